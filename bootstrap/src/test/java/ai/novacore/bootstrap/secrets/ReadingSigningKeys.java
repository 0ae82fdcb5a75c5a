package ai.novacore.bootstrap.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingSigningKeys {
    private static final ECKey NEW = key("new");
    private static final ECKey OLD = key("old");
    private static final ECKey OLDER = key("older");

    @Test
    void takesPreviousOnesInAnyForm() {
        assertThat(SigningKeyTexts.previous(null)).isEmpty();
        assertThat(SigningKeyTexts.previous("")).isEmpty();
        assertThat(SigningKeyTexts.previous(OLD.toPublicJWK().toJSONString())).containsExactly(OLD.toPublicJWK());
        assertThat(SigningKeyTexts.previous(
                        "[" + OLD.toJSONString() + "," + OLDER.toPublicJWK().toJSONString() + "]"))
                .containsExactly(OLD.toPublicJWK(), OLDER.toPublicJWK());
        assertThat(SigningKeyTexts.previous(new JWKSet(List.of(OLD, OLDER)).toString(false)))
                .containsExactly(OLD.toPublicJWK(), OLDER.toPublicJWK());
    }

    @Test
    void keepsNothingSecretOfPreviousOnes() {
        assertThat(SigningKeyTexts.previous(OLD.toJSONString())).noneMatch(ECKey::isPrivate);
    }

    @Test
    void signsWithOneAndAcceptsAll() {
        KeyRing ring = KeyRing.of(NEW, List.of(OLD, OLDER));

        assertThat(ring.current()).isEqualTo(NEW);
        assertThat(ring.accepted()).containsExactly(NEW, OLD, OLDER);
        assertThat(ring).hasToString("KeyRing[new]");
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(NEW, List.of(key("new"))));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(NEW, List.of(OLD, OLD)));
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
