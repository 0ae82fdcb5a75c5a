package ai.novacore.application.shared;

import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.domain.shared.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeepingPersonalKeysInMemory extends PersonalKeysContract {
    private final PersonalKeys keys = new InMemoryPersonalKeys();

    @Override
    protected PersonalKeys keys() {
        return keys;
    }

    @Test
    void theContractIsMoreThanHandingTextsBack() {
        ContractSelfCheck.assertFails(InTheOpen.class);
    }

    static class InTheOpen extends PersonalKeysContract {
        @Override
        protected PersonalKeys keys() {
            return new PersonalKeys() {
                @Override
                public String seal(UserId person, String text) {
                    return text;
                }

                @Override
                public Optional<String> open(UserId person, String sealed) {
                    return Optional.of(sealed);
                }

                @Override
                public void destroy(UserId person) {}
            };
        }
    }
}
