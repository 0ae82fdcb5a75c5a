package ai.novacore.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.subscription.port.out.SubscriptionStore;
import ai.novacore.application.subscription.readmodel.SubscriptionOverview;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.AppliedFacts;
import ai.novacore.domain.subscription.Billing;
import ai.novacore.domain.subscription.Billing.Grace;
import ai.novacore.domain.subscription.Billing.ScheduledTier;
import ai.novacore.domain.subscription.Subscription;
import ai.novacore.domain.subscription.Subscription.Checkout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link SubscriptionStore} promises. */
public abstract class SubscriptionStoreContract {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00.123456Z");
    private static final UserId ADA = new UserId("usr_ada");
    private static final UserId BEN = new UserId("usr_ben");
    private static final UserId CLEO = new UserId("usr_cleo");

    /** An empty one; the same one throughout a test. */
    protected abstract SubscriptionStore store();

    @Test
    void findsWhatWasSaved() {
        SubscriptionOverview full = new SubscriptionOverview(
                ADA,
                new Subscription(
                        Tier.PRO,
                        new Billing(
                                Tier.BASIC,
                                "cus_1",
                                "sub_1",
                                NOON,
                                new Grace(NOON.plusSeconds(1), 3L),
                                NOON.plusSeconds(2),
                                true,
                                new ScheduledTier(Tier.BASIC, NOON.plusSeconds(3)),
                                List.of()),
                        true,
                        new Checkout("cs_1", Tier.BASIC, NOON.plusSeconds(4)),
                        new AppliedFacts(List.of())));
        SubscriptionOverview bare = new SubscriptionOverview(
                BEN, new Subscription(Tier.FREE, null, false, null, new AppliedFacts(List.of())));
        store().save(full);
        store().save(bare);

        assertThat(store().find(ADA)).contains(full);
        assertThat(store().find(BEN)).contains(bare);
        assertThat(store().find(CLEO)).isEmpty();
    }

    @Test
    void replacesWhatWasThere() {
        store().save(overdue(ADA, NOON));
        store().save(paid(ADA));

        assertThat(store().find(ADA)).contains(paid(ADA));
        assertThat(store().due(NOON, 10)).isEmpty();
    }

    @Test
    void removes() {
        store().save(paid(ADA));
        store().remove(ADA);
        store().remove(ADA);

        assertThat(store().find(ADA)).isEmpty();
    }

    @Test
    void namesWhoseDeadlineHasCome() {
        store().save(paid(CLEO));
        store().save(overdue(ADA, NOON.plusSeconds(60)));
        store().save(overdue(BEN, NOON));
        Instant reminder = NOON.minus(Duration.ofDays(3));

        assertThat(store().due(reminder.minusNanos(1_000), 10)).isEmpty();
        assertThat(store().due(reminder, 10)).containsExactly(BEN);
        assertThat(store().due(reminder.plusSeconds(60), 10)).containsExactly(BEN, ADA);
        assertThat(store().due(reminder.plusSeconds(60), 1)).containsExactly(BEN);
    }

    @Test
    void walksThroughWhoHasASubscription() {
        SubscriptionOverview bare = new SubscriptionOverview(
                BEN, new Subscription(Tier.FREE, null, true, null, new AppliedFacts(List.of())));
        store().save(paid(CLEO));
        store().save(bare);
        store().save(paid(ADA));

        assertThat(store().running(null, 1)).containsExactly(paid(ADA));
        assertThat(store().running(ADA, 1)).containsExactly(paid(CLEO));
        assertThat(store().running(CLEO, 1)).isEmpty();
        assertThat(store().running(null, 10)).containsExactly(paid(ADA), paid(CLEO));
    }

    private static SubscriptionOverview paid(UserId user) {
        return overview(user, null);
    }

    private static SubscriptionOverview overdue(UserId user, Instant until) {
        return overview(user, new Grace(until, null));
    }

    private static SubscriptionOverview overview(UserId user, @Nullable Grace grace) {
        Billing billing =
                new Billing(Tier.BASIC, "cus_" + user.value(), "sub_1", NOON, grace, null, false, null, List.of());
        return new SubscriptionOverview(
                user, new Subscription(Tier.BASIC, billing, false, null, new AppliedFacts(List.of())));
    }
}
