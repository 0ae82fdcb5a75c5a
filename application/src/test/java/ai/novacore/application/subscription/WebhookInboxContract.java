package ai.novacore.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Claim;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link WebhookInbox} promises. */
public abstract class WebhookInboxContract extends WebhookClaimsContract {
    @Test
    void keepsAnEntryOnceAndAsItCameFirst() {
        assertThat(store("evt_1", "cus_1", T)).isTrue();
        assertThat(inbox().store(
                                new Entry("evt_1", "another", "cus_2", T.minusSeconds(9), null),
                                Status.IGNORED,
                                T.plusSeconds(5)))
                .isFalse();

        assertThat(inbox().entries(null, null, 9))
                .containsExactly(new Filed(
                        "evt_1", "invoice.paid", "cus_1", Status.PENDING, T.minusSeconds(1), T, null, 0, null));
        assertThat(claim(T).entries())
                .containsExactly(new Entry("evt_1", "invoice.paid", "cus_1", T.minusSeconds(1), "text of evt_1"));
    }

    @Test
    void keepsWhatIsOfNoConcernOutOfTheWay() {
        inbox().store(new Entry("evt_1", "charge.succeeded", "cus_1", T, "text"), Status.IGNORED, T);

        assertThat(inbox().claim(T, UNTIL, 9)).isEmpty();
        assertThat(inbox().count(Status.IGNORED)).isEqualTo(1);
        assertThat(inbox().count(Status.PENDING)).isZero();
        assertThat(store("evt_1", "cus_1", T)).isFalse();
        assertThat(inbox().claim(T, UNTIL, 9)).isEmpty();
    }

    @Test
    void endsWhatIsFinished() {
        store("evt_1", "cus_1", T);
        store("evt_2", "cus_2", T.plusSeconds(1));
        inbox().finish(claim(T), Status.APPLIED, null, T.plusSeconds(2));
        inbox().finish(claim(T.plusSeconds(1)), Status.IGNORED, "unknown_customer", T.plusSeconds(3));

        assertThat(inbox().entries(null, null, 9))
                .extracting(Filed::id, Filed::status, Filed::appliedAt, Filed::attempts, Filed::reason)
                .containsExactly(
                        tuple("evt_2", Status.IGNORED, null, 0L, "unknown_customer"),
                        tuple("evt_1", Status.APPLIED, T.plusSeconds(2), 0L, null));
        assertThat(inbox().claim(T.plusSeconds(999), UNTIL, 9)).isEmpty();
        assertThat(store("evt_1", "cus_1", T.plusSeconds(9))).isFalse();
        assertThat(inbox().claim(T.plusSeconds(999), UNTIL, 9)).isEmpty();
    }

    @Test
    void endsAPartOfAClaimAlone() {
        store("evt_1", "cus_1", T);
        store("evt_2", "cus_1", T);
        Claim claim = claim(T);
        inbox().finish(claim.only(List.of(claim.entries().getFirst())), Status.PARKED, "unreadable", T);

        assertThat(inbox().count(Status.PENDING)).isEqualTo(1);
        assertThat(inbox().claim(T, UNTIL, 9)).isEmpty();
        inbox().finish(claim.only(List.of(claim.entries().getLast())), Status.APPLIED, null, T);
        assertThat(inbox().count(Status.APPLIED)).isEqualTo(1);
        assertThat(inbox().count(Status.PARKED)).isEqualTo(1);
    }

    @Test
    void givesBackWhatFailed() {
        store("evt_1", "cus_1", T);
        inbox().giveBack(claim(T), "stripe_failed", T.plusSeconds(20));

        assertThat(inbox().claim(T.plusSeconds(19), UNTIL, 9)).isEmpty();
        assertThat(inbox().entries(Status.PENDING, null, 9))
                .extracting(Filed::attempts, Filed::reason)
                .containsExactly(tuple(1L, "stripe_failed"));
        Claim again = claim(T.plusSeconds(20));
        assertThat(again.attempts()).isEqualTo(1);
        inbox().finish(again, Status.PARKED, "stripe_failed", T.plusSeconds(21));
        assertThat(inbox().entries(Status.PARKED, null, 9))
                .extracting(Filed::attempts)
                .containsExactly(2L);
    }

    @Test
    void triesAgainWhatIsParkedOrIgnored() {
        store("evt_1", "cus_1", T);
        inbox().giveBack(claim(T), "stripe_failed", T);
        inbox().finish(claim(T), Status.PARKED, "stripe_failed", T);
        inbox().store(entry("evt_2", "cus_2", T), Status.IGNORED, T);
        store("evt_3", "cus_3", T);
        inbox().finish(claim(T), Status.APPLIED, null, T);

        assertThat(inbox().retry("evt_1", T.plusSeconds(5))).isTrue();
        assertThat(inbox().retry("evt_1", T.plusSeconds(5))).isFalse();
        assertThat(inbox().retry("evt_2", T.plusSeconds(6))).isTrue();
        assertThat(inbox().retry("evt_3", T.plusSeconds(6))).isFalse();
        assertThat(inbox().retry("evt_none", T.plusSeconds(6))).isFalse();
        assertThat(inbox().entries(Status.PENDING, null, 9))
                .extracting(Filed::attempts, Filed::reason)
                .containsOnly(tuple(0L, null));
        assertThat(inbox().claim(T.plusSeconds(4), UNTIL, 9)).isEmpty();
        assertThat(ids(claim(T.plusSeconds(6)))).containsExactly("evt_1");
        assertThat(ids(claim(T.plusSeconds(6)))).containsExactly("evt_2");
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        for (int i = 1; i <= 5; i++) {
            store("evt_" + i, "cus_" + i, T.plusSeconds(i / 2));
        }
        inbox().store(entry("evt_6", "cus_6", T), Status.IGNORED, T.plusSeconds(9));

        assertThat(listed(null, null, 3)).containsExactly("evt_6", "evt_5", "evt_4");
        assertThat(listed(null, "evt_4", 3)).containsExactly("evt_3", "evt_2", "evt_1");
        assertThat(listed(null, "evt_1", 3)).isEmpty();
        assertThat(listed(null, "evt_none", 3)).isEmpty();
        assertThat(listed(Status.PENDING, null, 2)).containsExactly("evt_5", "evt_4");
        assertThat(listed(Status.PENDING, "evt_6", 9)).hasSize(5);
        assertThat(listed(Status.IGNORED, null, 9)).containsExactly("evt_6");
        assertThat(listed(Status.PARKED, null, 9)).isEmpty();
    }

    private List<String> listed(@Nullable Status status, @Nullable String before, int limit) {
        return inbox().entries(status, before, limit).stream().map(Filed::id).toList();
    }

    @Test
    void tellsHowManyWaitAndForHowLong() {
        assertThat(inbox().oldestPending()).isEmpty();
        store("evt_1", "cus_1", T);
        store("evt_2", "cus_2", T.plusSeconds(5));
        Claim first = claim(T);

        assertThat(inbox().count(Status.PENDING)).isEqualTo(2);
        assertThat(inbox().oldestPending()).contains(T);
        inbox().finish(first, Status.APPLIED, null, T.plusSeconds(6));
        assertThat(inbox().count(Status.PENDING)).isEqualTo(1);
        assertThat(inbox().count(Status.APPLIED)).isEqualTo(1);
        assertThat(inbox().oldestPending()).contains(T.plusSeconds(5));
    }

    @Test
    void forgetsWhatWasSaidAboutACustomerAndNotThatItWasSaid() {
        store("evt_1", "cus_1", T);
        inbox().store(entry("evt_2", "cus_1", T), Status.IGNORED, T);
        store("evt_3", "cus_2", T.plusSeconds(1));
        inbox().forget("cus_1");

        Claim forgotten = claim(T);
        assertThat(forgotten.entries()).extracting(Entry::payload).containsOnlyNulls();
        assertThat(ids(forgotten)).containsExactly("evt_1");
        assertThat(claim(T.plusSeconds(1)).entries()).extracting(Entry::payload).containsExactly("text of evt_3");
        assertThat(listed(null, null, 9)).containsExactlyInAnyOrder("evt_1", "evt_2", "evt_3");
        assertThat(store("evt_2", "cus_1", T)).isFalse();
        assertThat(inbox().retry("evt_2", T.plusSeconds(2))).isTrue();
        inbox().finish(forgotten, Status.APPLIED, null, T.plusSeconds(2));
        assertThat(claim(T.plusSeconds(2)).entries()).extracting(Entry::payload).containsOnlyNulls();
    }

    @Test
    void forgetsTheTextsOfWhatHasLongEnded() {
        store("evt_1", "cus_1", T);
        inbox().finish(claim(T), Status.APPLIED, null, T.plusSeconds(10));
        inbox().store(entry("evt_2", "cus_2", T), Status.IGNORED, T.plusSeconds(20));
        store("evt_3", "cus_3", T);
        inbox().finish(claim(T), Status.PARKED, "unreadable", T);
        store("evt_4", "cus_4", T);

        assertThat(inbox().forgetBefore(T.plusSeconds(10))).isZero();
        assertThat(inbox().forgetBefore(T.plusSeconds(11))).isEqualTo(1);
        assertThat(inbox().forgetBefore(T.plusSeconds(11))).isZero();
        assertThat(inbox().forgetBefore(T.plusSeconds(99))).isEqualTo(1);
        assertThat(claim(T).entries()).extracting(Entry::payload).containsExactly("text of evt_4");
        inbox().retry("evt_3", T);
        assertThat(claim(T).entries()).extracting(Entry::payload).containsExactly("text of evt_3");
        assertThat(listed(null, null, 9)).hasSize(4);
    }

    @Test
    void keepsNothingOfWhatWeAskedLongAgo() {
        for (String id : List.of("asked_1", "asked_2", "asked_3")) {
            inbox().store(new Entry(id, WebhookInbox.ASKED, id, T, null), Status.PENDING, T);
        }
        inbox().finish(claim(T), Status.APPLIED, null, T.plusSeconds(10));
        inbox().finish(claim(T), Status.PARKED, "unknown_price", T.plusSeconds(10));

        assertThat(inbox().forgetBefore(T.plusSeconds(10))).isZero();
        assertThat(inbox().forgetBefore(T.plusSeconds(11))).isEqualTo(1);
        assertThat(inbox().entries(null, null, 9))
                .extracting(Filed::status)
                .containsExactlyInAnyOrder(Status.PARKED, Status.PENDING);
    }
}
