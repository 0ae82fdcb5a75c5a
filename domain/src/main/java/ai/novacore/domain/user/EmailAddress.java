package ai.novacore.domain.user;

import ai.novacore.domain.shared.SingleValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address in the form that we compare by: trimmed and in lower case. The check is a plausibility check; that a
 * mail arrives is what proves an address.
 */
public record EmailAddress(String value) implements SingleValue {
    private static final int MAX_LENGTH = 254;
    private static final Pattern PLAUSIBLE = Pattern.compile(
            "[^\\s@\\p{Cntrl}\"(),:;<>\\[\\\\\\]]{1,64}@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\\.[a-z0-9-]{2,63}");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!isPlausible(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** Whether {@code value} can be made into an address; for input from outside. */
    public static boolean isPlausible(String value) {
        String normal = value.strip().toLowerCase(Locale.ROOT);
        return normal.length() <= MAX_LENGTH && PLAUSIBLE.matcher(normal).matches() && !normal.contains("..");
    }

    /** Shows the domain only: this ends up in logs and error messages. */
    @Override
    public String toString() {
        return "EmailAddress[…" + value.substring(value.lastIndexOf('@')) + "]";
    }
}
