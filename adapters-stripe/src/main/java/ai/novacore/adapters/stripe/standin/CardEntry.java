package ai.novacore.adapters.stripe.standin;

/** What Stripe's form says about a card number that was typed in. */
sealed interface CardEntry {
    record Accepted(TestCard card) implements CardEntry {}

    record Refused(String message) implements CardEntry {}

    static String digits(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }

    /** @param number without spaces */
    static CardEntry check(String number) {
        if (number.matches("\\d{0,11}")) {
            return new Refused("Your card number is incomplete.");
        }
        if (!number.matches("\\d{12,19}") || !checksum(number)) {
            return new Refused("Your card number is invalid.");
        }
        return TestCard.of(number)
                .<CardEntry>map(card -> card.attaches() ? new Accepted(card) : new Refused(card.message))
                .orElseGet(() -> new Refused(
                        "Your card was declined. Your request was in test mode, but used a non test card."));
    }

    /** Luhn's. */
    private static boolean checksum(String number) {
        int sum = 0;
        for (int at = 0; at < number.length(); at++) {
            int digit = number.charAt(number.length() - 1 - at) - '0';
            int counted = at % 2 == 1 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
