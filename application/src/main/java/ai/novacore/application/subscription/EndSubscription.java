package ai.novacore.application.subscription;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.subscription.port.in.EndSubscriptionUseCase;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.SubscriptionCommand.CancelSubscription;
import ai.novacore.domain.subscription.SubscriptionId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Ends a subscription where it is paid first: what is recorded here must not say more than what is so there. */
public final class EndSubscription implements EndSubscriptionUseCase {
    private static final Actor ACTOR = Actor.system("erasure");

    private final PaymentGateway gateway;
    private final AccountStore accounts;
    private final CommandDispatcher commands;
    private final Clock clock;

    public EndSubscription(PaymentGateway gateway, AccountStore accounts, CommandDispatcher commands, Clock clock) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void endFor(UserId user) {
        Instant now = clock.instant();
        gateway.endAll(user)
                .or(() -> given(user, now))
                .ifPresent(cause ->
                        commands.dispatch(new CancelSubscription(SubscriptionId.of(user), ACTOR, now, user, cause)));
    }

    /** A tier that nobody pays for, such as one that was given away, ends as well. */
    private Optional<StripeCause> given(UserId user, Instant now) {
        return accounts.find(user)
                .filter(account -> account.tier() != Tier.FREE)
                .map(account -> new StripeCause("erasure-" + user.value(), now));
    }
}
