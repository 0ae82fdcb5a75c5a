package ai.novacore.application.shared;

import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingPersonalKeysInMemory extends PersonalKeysContract {
    private final PersonalKeys keys = new InMemoryPersonalKeys();

    @Override
    protected PersonalKeys keys() {
        return keys;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends PersonalKeysContract {
        private final PersonalKeys keys = DoingNothing.as(PersonalKeys.class);

        @Override
        protected PersonalKeys keys() {
            return keys;
        }
    }
}
