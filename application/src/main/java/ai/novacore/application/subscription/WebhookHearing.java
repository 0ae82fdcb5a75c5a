package ai.novacore.application.subscription;

import ai.novacore.application.subscription.Heard.Statement;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.WebhookInbox.Claim;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookReader;
import ai.novacore.application.subscription.port.out.WebhookReader.Said;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.CheckoutOver;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.Disputed;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.Ids;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what came, and finds out whom it concerns where it does not say so itself. */
final class WebhookHearing {
    private final WebhookReader reader;
    private final BillingCustomers customers;
    private final AccountStore accounts;
    private final PaymentGateway gateway;

    WebhookHearing(WebhookReader reader, BillingCustomers customers, AccountStore accounts, PaymentGateway gateway) {
        this.reader = reader;
        this.customers = customers;
        this.accounts = accounts;
        this.gateway = gateway;
    }

    Heard hear(Claim claim) {
        List<Statement> said = new ArrayList<>();
        List<Entry> unreadable = new ArrayList<>();
        for (Entry entry : claim.entries()) {
            try {
                said.add(new Statement(entry, read(entry.payload())));
            } catch (IllegalArgumentException _) {
                unreadable.add(entry);
            }
        }
        return new Heard(said, unreadable, Heard.cause(claim.entries().getLast()));
    }

    private Said read(@Nullable String payload) {
        return payload == null ? new Said.Changed() : reader.read(payload);
    }

    /** The customer whom an entry concerns that does not name them. */
    Optional<String> addressee(Heard heard) {
        return switch (heard.said().getFirst().said()) {
            case Disputed dispute -> gateway.customerOfCharge(dispute.charge());
            case CheckoutOver over ->
                Optional.ofNullable(over.member())
                        .filter(WebhookHearing::isId)
                        .map(UserId::new)
                        .flatMap(customers::customerOf);
            default -> Optional.empty();
        };
    }

    /** The member to whom a checkout page refers, if that can be the member who is this customer. */
    Optional<UserId> referred(Heard heard) {
        return heard.said().stream()
                .flatMap(statement -> statement.said() instanceof CheckoutOver over && over.member() != null
                        ? Stream.of(over.member())
                        : Stream.empty())
                .filter(WebhookHearing::isId)
                .map(UserId::new)
                .filter(this::mayBecomeCustomer)
                .findFirst();
    }

    private static boolean isId(String member) {
        return Ids.isValid("usr_", member);
    }

    private boolean mayBecomeCustomer(UserId user) {
        return customers.customerOf(user).isEmpty()
                && accounts.find(user)
                        .filter(account -> account.standing() != Standing.CLOSING)
                        .isPresent();
    }
}
