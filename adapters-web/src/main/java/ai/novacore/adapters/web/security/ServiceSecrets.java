package ai.novacore.adapters.web.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The secrets that services share. The first signs; all are good, so that a new one can come before an old one goes.
 *
 * @param values each at least {@value #SHORTEST_BYTES} bytes long
 */
public record ServiceSecrets(List<String> values) {
    /** As long as the digest of HS256, which is the least that its specification allows. */
    public static final int SHORTEST_BYTES = 32;

    public ServiceSecrets {
        values = List.copyOf(values);
        if (values.isEmpty() || !values.stream().allMatch(ServiceSecrets::isLongEnough)) {
            throw new IllegalArgumentException("A service secret has at least " + SHORTEST_BYTES + " bytes");
        }
    }

    /**
     * Reads secrets that are separated by commas.
     *
     * @throws IllegalArgumentException when one is too short; the message does not repeat it
     */
    public static ServiceSecrets parse(String configured) {
        return new ServiceSecrets(
                Arrays.stream(configured.split(",", -1)).map(String::strip).toList());
    }

    public static boolean isLongEnough(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8).length >= SHORTEST_BYTES;
    }

    /** Never shows them. */
    @Override
    public String toString() {
        return "ServiceSecrets[" + values.size() + "]";
    }
}
