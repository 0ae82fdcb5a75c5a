package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.user.port.out.PasswordHasher;
import org.junit.jupiter.api.Test;

class HashingPasswordsQuickly extends PasswordHasherContract {
    private final CountingPasswordHasher hasher = new CountingPasswordHasher();

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Test
    void countsEveryHash() {
        String hash = hasher.hash("violet anchor 17 meadow");
        hasher.matches("another", hash);

        assertThat(hasher.hashings()).isEqualTo(2);
    }

    @Test
    void wouldNotBePossibleWithAHasherThatDoesNothing() {
        ContractSelfCheck.assertFails(DoingNothing.class);
    }

    static class DoingNothing extends PasswordHasherContract implements PasswordHasher {
        @Override
        protected PasswordHasher hasher() {
            return this;
        }

        @Override
        public String hash(String password) {
            return "";
        }

        @Override
        public boolean matches(String password, String hash) {
            return false;
        }

        @Override
        public boolean outdated(String hash) {
            return false;
        }
    }
}
