package ai.novacore.application.subscription;

import static ai.novacore.application.shared.ManualClock.NOON;

import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.user.InMemoryAccounts;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.AggregateId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Billing over ports that live for one test, with a member who has verified her address. */
final class BillingFixture {
    static final UserId ADA = new UserId("usr_ada");
    static final String CUSTOMER = "cus_ada";

    final InMemoryCommandDispatcher commands = new InMemoryCommandDispatcher();
    final ScriptedPaymentGateway gateway = new ScriptedPaymentGateway();
    final InMemoryBillingCustomers customers = new InMemoryBillingCustomers();
    final InMemoryAccounts accounts = new InMemoryAccounts();
    final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox();
    final ManualClock clock = new ManualClock();
    final SubscriptionLog log = new SubscriptionLog(new DispatchedEvents());
    final AskStripe asking = new AskStripe(inbox, () -> {}, clock);
    final BuyTier buying =
            new BuyTier(Set.of(Tier.BASIC, Tier.PRO), gateway, customers, accounts, log, asking, commands, clock);
    final BillingReader reader = new BillingReader(log, customers, gateway, asking, clock);

    BillingFixture() {
        know(ADA, NOON);
    }

    void know(UserId user, @Nullable Instant verifiedAt) {
        accounts.save(new Account(
                user,
                user.value() + "@example.org",
                "Ada",
                verifiedAt,
                Tier.FREE,
                List.of(Role.MEMBER),
                Standing.ACTIVE,
                NOON));
    }

    /** What is to be asked of Stripe, as the names of customers. */
    List<String> asked() {
        return inbox.entries(null, null, 100).stream().map(Filed::customer).toList();
    }

    /** The log of what was dispatched. */
    private final class DispatchedEvents implements EventLog {
        @Override
        public List<Recorded> after(long position, @Nullable String correlationId, int limit) {
            throw new UnsupportedOperationException("billing reads streams only");
        }

        @Override
        public List<Recorded> stream(AggregateId id, long fromSequence, int limit) {
            List<Recorded> found = new ArrayList<>();
            for (DomainEvent event : commands.events(id)) {
                found.add(new Recorded(found.size(), found.size(), "", "", Actor.member(id), event));
            }
            return found.stream().skip(fromSequence).limit(limit).toList();
        }
    }
}
