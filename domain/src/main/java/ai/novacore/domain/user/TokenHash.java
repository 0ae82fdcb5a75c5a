package ai.novacore.domain.user;

import ai.novacore.domain.shared.SingleValue;
import java.util.regex.Pattern;

/** The SHA-256 of a secret token, in lower-case hexadecimal. The token itself is never stored. */
public record TokenHash(String value) implements SingleValue {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public TokenHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal");
        }
    }
}
