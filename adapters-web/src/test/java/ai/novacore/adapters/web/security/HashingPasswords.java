package ai.novacore.adapters.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.shared.OverloadedException;
import ai.novacore.application.user.PasswordHasherContract;
import ai.novacore.application.user.port.out.PasswordHasher;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HashingPasswords extends PasswordHasherContract {
    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher();

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Test
    void usesTheParametersThatOwaspNames() {
        assertThat(hasher.hash("correct horse")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void turnsAwayWhoFindsNoPlaceInTime() {
        Argon2PasswordHasher full = new Argon2PasswordHasher(0, Duration.ofMillis(1));

        assertThatThrownBy(() -> full.hash("correct horse")).isInstanceOf(OverloadedException.class);
    }
}
