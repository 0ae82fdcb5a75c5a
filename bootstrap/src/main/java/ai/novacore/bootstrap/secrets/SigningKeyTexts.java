package ai.novacore.bootstrap.secrets;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads signing keys in the form of JWKs. What is thrown never repeats them. */
public final class SigningKeyTexts {
    /** The private parts of the keys that RFC 7515 (A.3) and RFC 7517 (A.2) show to everybody. */
    private static final Set<String> PUBLISHED =
            Set.of("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X5fCE9-E9LI", "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE");

    private SigningKeyTexts() {}

    /**
     * The key that signs.
     *
     * @throws IllegalArgumentException saying what it should be, when it is not
     */
    public static ECKey current(String json) {
        try {
            ECKey key = usable(JWK.parse(json));
            if (!key.isPrivate()) {
                throw new IllegalArgumentException("must be a private key");
            }
            if (PUBLISHED.contains(key.getD().toString())) {
                throw new IllegalArgumentException("must be a key of your own, not the example of a specification");
            }
            return key;
        } catch (ParseException e) {
            throw new IllegalArgumentException("must be a JWK");
        }
    }

    /**
     * The public parts of the keys that signed before: one JWK, several in a JSON array, or a JWK set; none when absent.
     *
     * @throws IllegalArgumentException saying what they should be, when they are not
     */
    public static List<ECKey> previous(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return List.of();
        }
        String text = json.strip();
        try {
            List<JWK> keys = text.startsWith("[")
                    ? JWKSet.parse("{\"keys\":" + text + "}").getKeys()
                    : text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
            return keys.stream().map(key -> usable(key).toPublicJWK()).toList();
        } catch (ParseException e) {
            throw new IllegalArgumentException("must be JWKs");
        }
    }

    private static ECKey usable(JWK key) {
        if (key instanceof ECKey curve && Curve.P_256.equals(curve.getCurve()) && curve.getKeyID() != null) {
            return curve;
        }
        throw new IllegalArgumentException("must be for EC P-256 and have a kid");
    }
}
