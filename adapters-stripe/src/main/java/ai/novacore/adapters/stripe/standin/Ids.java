package ai.novacore.adapters.stripe.standin;

import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;

/** Ids that look like Stripe's: a prefix for the kind, then letters and digits. */
final class Ids {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 24;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("customer", "cus_"),
            Map.entry("payment_method", "pm_"),
            Map.entry("checkout.session", "cs_test_"),
            Map.entry("billing_portal.session", "bps_"),
            Map.entry("subscription", "sub_"),
            Map.entry("subscription_item", "si_"),
            Map.entry("subscription_schedule", "sub_sched_"),
            Map.entry("invoice", "in_"),
            Map.entry("line_item", "il_"),
            Map.entry("invoice_payment", "inpay_"),
            Map.entry("payment_intent", "pi_"),
            Map.entry("charge", "ch_"),
            Map.entry("refund", "re_"),
            Map.entry("dispute", "dp_"),
            Map.entry("event", "evt_"),
            Map.entry("request", "req_"));

    private Ids() {}

    static String of(String kind) {
        String prefix = PREFIXES.get(kind);
        if (prefix == null) {
            throw new IllegalArgumentException("no prefix for " + kind);
        }
        return prefix
                + RANDOM.ints(LENGTH, 0, SIGNS.length())
                        .mapToObj(at -> String.valueOf(SIGNS.charAt(at)))
                        .collect(Collectors.joining());
    }
}
