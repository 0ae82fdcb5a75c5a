package ai.novacore.application.subscription.port.out;

import ai.novacore.domain.subscription.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what a stored event of Stripe says beyond that something has changed. */
public interface WebhookReader {

    /** What an event says. */
    sealed interface Said {
        /** Nothing beyond that something has changed. */
        record Changed() implements Said {}

        /**
         * A checkout page was paid at, or has expired.
         *
         * @param member the reference to the member that we gave; absent when it was not opened by us
         */
        record CheckoutOver(String sessionId, @Nullable String member) implements Said {}

        /** Money went back: {@code refunded} in all, {@code full} when it is everything. */
        record Refunded(String payment, Money refunded, boolean full) implements Said {}

        /** A payment is disputed; it names the charge and not the customer. */
        record Disputed(String charge, String payment, Money disputed) implements Said {}

        record TrialEnding(Instant endsAt) implements Said {}

        record ActionRequired(Money due) implements Said {}

        record CustomerDeleted() implements Said {}
    }

    /**
     * @param payload an event as Stripe sent it
     * @throws IllegalArgumentException when it is none
     */
    Said read(String payload);
}
