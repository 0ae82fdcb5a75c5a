package ai.novacore.adapters.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.novacore.adapters.web.WebSettings;
import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.TestServer;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class RotatingSigningKeys {
    private static final WebSettings SETTINGS = WebSettings.at(URI.create("https://nova.test"));
    private static final Clock CLOCK = Clock.fixed(TestServer.NOW, ZoneOffset.UTC);

    private final Ring ring = new Ring(TestServer.newKey("old"));
    private final JwtDecoder decoder = AccessTokens.decoder(SETTINGS, ring, CLOCK);

    @Test
    void keepsTokensOfTheOldKeyGoodUntilItIsRemoved() {
        String old = issue();

        ring.rotateTo(TestServer.newKey("new"));
        assertThat(decoder.decode(old).getSubject()).isEqualTo("usr_anna");
        assertThat(decoder.decode(issue()).getHeaders()).containsEntry("kid", "new");

        ring.previous.clear();
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(old));
        assertThat(decoder.decode(issue()).getSubject()).isEqualTo("usr_anna");
    }

    @Test
    void showsAllThatAreGoodAndTheirPublicPartsOnly() {
        ring.rotateTo(TestServer.newKey("new"));

        assertThat(AccessTokens.publicKeys(ring).getKeys())
                .extracting(JWK::getKeyID)
                .containsExactly("new", "old");
        assertThat(AccessTokens.publicKeys(ring).getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void refusesAnotherKeyOfTheSameName() {
        String forged = new JwtAccessTokenIssuer(SETTINGS, new Ring(TestServer.newKey("old")), CLOCK)
                .issue(FakeAccounts.ANNA, "ses-1")
                .value();

        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(forged));
    }

    private String issue() {
        return new JwtAccessTokenIssuer(SETTINGS, ring, CLOCK)
                .issue(FakeAccounts.ANNA, "ses-1")
                .value();
    }

    private static final class Ring implements SigningKeys {
        private final List<ECKey> previous = new ArrayList<>();
        private ECKey current;

        Ring(ECKey current) {
            this.current = current;
        }

        void rotateTo(ECKey next) {
            previous.add(current);
            current = next;
        }

        @Override
        public ECKey current() {
            return current;
        }

        @Override
        public List<ECKey> accepted() {
            List<ECKey> accepted = new ArrayList<>(previous);
            accepted.addFirst(current);
            return accepted;
        }
    }
}
