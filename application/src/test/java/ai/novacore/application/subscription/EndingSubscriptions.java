package ai.novacore.application.subscription;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.user.InMemoryAccounts;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.AccountProjection;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.SubscriptionCommand.ActivateTier;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.subscription.SubscriptionId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndingSubscriptions {
    private static final UserId ADA = new UserId("usr_ada");
    private static final SubscriptionId SUBSCRIPTION = SubscriptionId.of(ADA);
    private static final StripeCause BOUGHT = new StripeCause("evt_1", NOON.minusSeconds(60));
    private static final StripeCause ENDED = new StripeCause("evt_2", NOON);

    private final InMemoryCommandDispatcher commands = new InMemoryCommandDispatcher();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final AccountProjection projection = new AccountProjection(accounts);

    @Test
    void recordsWhatTheGatewaySays() {
        subscribe();

        ending(user -> Optional.of(ENDED)).endFor(ADA);

        assertThat(commands.events(SUBSCRIPTION))
                .endsWith(
                        new SubscriptionCancelled(SUBSCRIPTION, NOON, ADA, ENDED),
                        new TierChanged(SUBSCRIPTION, NOON, ADA, Tier.BASIC, Tier.FREE, ENDED));
    }

    @Test
    void recordsItOnce() {
        subscribe();
        EndSubscription ending = ending(user -> Optional.of(ENDED));

        ending.endFor(ADA);
        ending.endFor(ADA);

        assertThat(commands.events(SUBSCRIPTION))
                .filteredOn(SubscriptionCancelled.class::isInstance)
                .hasSize(1);
    }

    @Test
    void recordsNothingForWhoNeverBoughtAnything() {
        register();

        ending(user -> Optional.empty()).endFor(ADA);

        assertThat(commands.events(SUBSCRIPTION)).isEmpty();
    }

    @Test
    void endsATierThatNobodyPaysFor() {
        subscribe();
        EndSubscription ending = ending(user -> Optional.empty());

        ending.endFor(ADA);

        assertThat(commands.events(SUBSCRIPTION))
                .last()
                .isInstanceOfSatisfying(
                        TierChanged.class, changed -> assertThat(changed.to()).isEqualTo(Tier.FREE));
    }

    @Test
    void recordsNothingWhenTheGatewayIsDown() {
        subscribe();
        EndSubscription ending = ending(user -> {
            throw new PaymentFailure("down", new IllegalStateException());
        });

        assertThatThrownBy(() -> ending.endFor(ADA)).isInstanceOf(PaymentFailure.class);

        assertThat(commands.events(SUBSCRIPTION))
                .filteredOn(SubscriptionCancelled.class::isInstance)
                .isEmpty();
    }

    private EndSubscription ending(PaymentGateway gateway) {
        return new EndSubscription(gateway, accounts, commands, new ManualClock());
    }

    private void register() {
        commands.given(new UserRegistered(
                ADA, NOON, new EmailAddress("ada@example.org"), new PersonalText("Ada"), List.of(Role.MEMBER)));
        commands.events().forEach(projection::project);
        assertThat(accounts.find(ADA)).map(Account::tier).contains(Tier.FREE);
    }

    private void subscribe() {
        register();
        commands.dispatch(new ActivateTier(
                        SUBSCRIPTION,
                        Actor.system("test"),
                        BOUGHT.createdAt(),
                        ADA,
                        Tier.BASIC,
                        "cus_1",
                        "sub_1",
                        NOON.plusSeconds(60),
                        BOUGHT))
                .forEach(projection::project);
        assertThat(accounts.find(ADA)).map(Account::tier).contains(Tier.BASIC);
    }
}
