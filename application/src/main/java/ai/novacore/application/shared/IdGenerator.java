package ai.novacore.application.shared;

import java.security.SecureRandom;
import java.time.Clock;

/**
 * Makes ids: a prefix, then 26 characters of Crockford's base 32 in the ULID form, 48 bits of time and 80 of chance. Ids
 * made later sort later, which keeps indexes compact.
 *
 * @see <a href="https://github.com/ulid/spec">ULID</a>
 */
public final class IdGenerator {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public IdGenerator(Clock clock) {
        this.clock = clock;
    }

    /** A new id that starts with {@code prefix}, such as {@code usr_}. */
    public String next(String prefix) {
        byte[] chance = new byte[10];
        random.nextBytes(chance);
        StringBuilder id = new StringBuilder(prefix);
        long millis = clock.millis();
        for (int shift = 45; shift >= 0; shift -= 5) {
            id.append(ALPHABET[(int) ((millis >>> shift) & 31)]);
        }
        int buffer = 0;
        int bits = 0;
        for (byte b : chance) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                id.append(ALPHABET[(buffer >>> bits) & 31]);
            }
        }
        return id.toString();
    }
}
