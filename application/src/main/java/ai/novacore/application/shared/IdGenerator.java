package ai.novacore.application.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;

/**
 * Makes ids: a prefix, then 26 characters of Crockford's base 32 in the ULID form, 48 bits of time and 80 of chance. Ids
 * made later sort later, which keeps indexes compact.
 *
 * @see <a href="https://github.com/ulid/spec">ULID</a>
 */
public final class IdGenerator {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    /** In bytes. */
    private static final int REST = 10;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public IdGenerator(Clock clock) {
        this.clock = clock;
    }

    /** A new id that starts with {@code prefix}, such as {@code usr_}. */
    public String next(String prefix) {
        byte[] chance = new byte[REST];
        random.nextBytes(chance);
        return written(prefix, clock.millis(), chance);
    }

    /**
     * An id that comes out the same whenever it is made from the same: a hash stands in the place of chance. Who has the id
     * can check a guess of what it was made from.
     *
     * @param at not before 1970
     * @param from what makes it different from others, none of it with a NUL
     */
    public static String derived(String prefix, Instant at, String... from) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", from).getBytes(StandardCharsets.UTF_8));
            return written(prefix, at.toEpochMilli(), Arrays.copyOf(hash, REST));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String written(String prefix, long millis, byte[] rest) {
        StringBuilder id = new StringBuilder(prefix);
        for (int shift = 45; shift >= 0; shift -= 5) {
            id.append(ALPHABET[(int) ((millis >>> shift) & 31)]);
        }
        int buffer = 0;
        int bits = 0;
        for (byte b : rest) {
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
