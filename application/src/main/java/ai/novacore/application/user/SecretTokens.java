package ai.novacore.application.user;

import ai.novacore.domain.user.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes secrets that a person carries (in a link, as a refresh token) and the hashes that are kept in their place. */
public final class SecretTokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A new secret of 256 bits, in letters, digits, {@code -} and {@code _}. */
    public String next() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** The hash of a secret, also of one that somebody made up. One round is enough: the secrets cannot be guessed. */
    public static TokenHash hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
