package ai.novacore.adapters.web.security;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the public keys, with which anybody can check an access token. */
@RestController
final class JwksController {
    private final SigningKeys keys;

    JwksController(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    Map<String, Object> keys() {
        return AccessTokens.publicKeys(keys).toJSONObject(true);
    }
}
