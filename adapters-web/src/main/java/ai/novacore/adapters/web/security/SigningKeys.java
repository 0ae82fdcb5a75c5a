package ai.novacore.adapters.web.security;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;

/** The keys that access tokens are signed with: EC P-256, each with its {@code kid}. */
public interface SigningKeys {
    /** Signs new tokens; has its private part. */
    ECKey current();

    /** The keys whose tokens are good, the current one among them; more than one while keys are being rotated. */
    default List<ECKey> accepted() {
        return List.of(current());
    }
}
