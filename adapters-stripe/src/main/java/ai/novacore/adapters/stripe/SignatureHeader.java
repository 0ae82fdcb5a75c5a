package ai.novacore.adapters.stripe;

import com.stripe.net.Webhook;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked of the header {@code Stripe-Signature} beyond what Stripe's library does: it takes the first of several times
 * and any time ahead, and does not mind how long the header is.
 */
final class SignatureHeader {
    static final long TOLERANCE_SECONDS = Webhook.DEFAULT_TOLERANCE;

    /** Stripe sends a time and one signature for each secret that is valid, about 75 characters each. */
    private static final int LONGEST = 4_096;

    private SignatureHeader() {}

    /** Whether it has exactly one time, not too far ahead; the library judges what is past. */
    static boolean isPlausible(String header, Clock clock) {
        if (header.length() > LONGEST) {
            return false;
        }
        List<String> times = Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .filter(item -> item.startsWith("t="))
                .toList();
        if (times.size() != 1) {
            return false;
        }
        try {
            long time = Long.parseLong(times.getFirst().substring("t=".length()));
            return time <= clock.millis() / 1_000 + TOLERANCE_SECONDS;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
