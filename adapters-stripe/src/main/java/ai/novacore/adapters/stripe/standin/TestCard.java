package ai.novacore.adapters.stripe.standin;

import java.util.Arrays;
import java.util.Optional;

/** Stripe's test card numbers that the stand-in knows, with what Stripe says about each. */
enum TestCard {
    SUCCEEDS("4242424242424242", "Succeeds", "", ""),
    FAILS_LATER("4000000000000341", "Succeeds now, fails at renewals", "generic_decline", "Your card was declined."),
    DECLINED("4000000000000002", "Declined", "generic_decline", "Your card was declined."),
    NO_FUNDS("4000000000009995", "Insufficient funds", "insufficient_funds", "Your card has insufficient funds."),
    LOST("4000000000009987", "Lost card", "lost_card", "Your card was declined."),
    EXPIRED("4000000000000069", "Expired card", "expired_card", "Your card has expired."),
    WRONG_CVC("4000000000000127", "Wrong security code", "incorrect_cvc", "Your card's security code is incorrect."),
    PROCESSING(
            "4000000000000119",
            "Processing error",
            "processing_error",
            "An error occurred while processing your card. Try again in a little bit."),
    AUTHENTICATES(
            "4000002500003155",
            "Asks for authentication",
            "authentication_required",
            "Your card was declined. This transaction requires authentication.");

    /** When a card is charged: what may be asked of whoever holds it, and what a test number does, depends on that. */
    enum Occasion {
        CHECKOUT,
        HOLDER_PRESENT,
        HOLDER_ABSENT
    }

    enum Result {
        PAID,
        DECLINED,
        ACTION_REQUIRED
    }

    final String number;
    final String says;
    final String declineCode;
    final String message;

    TestCard(String number, String says, String declineCode, String message) {
        this.number = number;
        this.says = says;
        this.declineCode = declineCode;
        this.message = message;
    }

    static Optional<TestCard> of(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    String last4() {
        return number.substring(number.length() - 4);
    }

    /** Stripe's error code: the reason itself where it has a code of its own. */
    String code() {
        return switch (this) {
            case EXPIRED, WRONG_CVC, PROCESSING -> declineCode;
            case AUTHENTICATES -> "authentication_required";
            default -> "card_declined";
        };
    }

    /** What a charge comes to. Whoever is present at a card that asks for authentication has given it by then. */
    Result charge(Occasion occasion) {
        return switch (this) {
            case SUCCEEDS -> Result.PAID;
            case FAILS_LATER -> occasion == Occasion.CHECKOUT ? Result.PAID : Result.DECLINED;
            case AUTHENTICATES -> occasion == Occasion.HOLDER_ABSENT ? Result.ACTION_REQUIRED : Result.PAID;
            case DECLINED, NO_FUNDS, LOST, EXPIRED, WRONG_CVC, PROCESSING -> Result.DECLINED;
        };
    }

    /** Whether a bank lets the card be kept for later at all. */
    boolean attaches() {
        return charge(Occasion.CHECKOUT) == Result.PAID;
    }
}
