package ai.novacore.bootstrap.secrets;

import ai.novacore.adapters.web.security.SigningKeys;
import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * The key that signs, and those that did before and whose tokens are still good.
 *
 * @param previous none of them with the name of the current one
 */
public record KeyRing(ECKey current, List<ECKey> previous) implements SigningKeys {

    public KeyRing {
        previous = List.copyOf(previous);
        long names = accepted(current, previous).map(ECKey::getKeyID).distinct().count();
        if (names != previous.size() + 1) {
            throw new IllegalArgumentException("must have other kids than NOVA_SIGNING_KEY and each other");
        }
    }

    /** @throws IllegalArgumentException when two keys have one name */
    public static KeyRing of(ECKey current, List<ECKey> previous) {
        return new KeyRing(current, previous);
    }

    @Override
    public List<ECKey> accepted() {
        return accepted(current, previous).toList();
    }

    private static Stream<ECKey> accepted(ECKey current, List<ECKey> previous) {
        return Stream.concat(Stream.of(current), previous.stream());
    }

    /** Never shows the private part. */
    @Override
    public String toString() {
        return "KeyRing[" + current.getKeyID() + "]";
    }
}
