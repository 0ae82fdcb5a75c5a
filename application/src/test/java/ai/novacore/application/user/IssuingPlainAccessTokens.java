package ai.novacore.application.user;

import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.domain.user.Role;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssuingPlainAccessTokens extends AccessTokenIssuerContract {
    private final PlainAccessTokenIssuer issuer = new PlainAccessTokenIssuer();

    @Override
    protected AccessTokenIssuer issuer() {
        return issuer;
    }

    @Override
    protected Optional<Content> read(String token) {
        return Optional.ofNullable(issuer.issued().get(token))
                .map(issued -> new Content(
                        issued.account().id().value(),
                        issued.session(),
                        issued.account().roles().stream().map(Role::name).toList()));
    }

    @Test
    void wouldNotBePossibleWithAnIssuerThatDoesNothing() {
        ContractSelfCheck.assertFails(DoingNothing.class);
    }

    static class DoingNothing extends AccessTokenIssuerContract {
        @Override
        protected AccessTokenIssuer issuer() {
            return (account, session) -> new AccessTokenIssuer.AccessToken("", Duration.ZERO);
        }

        @Override
        protected Optional<Content> read(String token) {
            return Optional.empty();
        }
    }
}
