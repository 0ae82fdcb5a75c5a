package ai.novacore.adapters.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.adapters.web.problem.OverloadedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HashingPasswords {
    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher();

    @Test
    void usesTheParametersThatOwaspNames() {
        assertThat(hasher.hash("correct horse")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void knowsThePasswordAgainAndNoOther() {
        String hash = hasher.hash("correct horse");

        assertThat(hasher.matches("correct horse", hash)).isTrue();
        assertThat(hasher.matches("correct horsf", hash)).isFalse();
        assertThat(hasher.matches("", hash)).isFalse();
        assertThat(hasher.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void cutsNothingOff() {
        String hash = hasher.hash("x".repeat(128));

        assertThat(hasher.matches("x".repeat(127), hash)).isFalse();
        assertThat(hasher.matches("x".repeat(127) + "y", hash)).isFalse();
        assertThat(hasher.matches("x".repeat(128), hash)).isTrue();
    }

    @Test
    void turnsAwayWhoFindsNoPlaceInTime() {
        Argon2PasswordHasher full = new Argon2PasswordHasher(0, Duration.ofMillis(1));

        assertThatThrownBy(() -> full.hash("correct horse")).isInstanceOf(OverloadedException.class);
    }
}
