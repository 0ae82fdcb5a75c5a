package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.out.IdempotencyKeys;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingIdempotencyKeysInMemory extends IdempotencyKeysContract {
    private final IdempotencyKeys keys = new InMemoryIdempotencyKeys();

    @Override
    protected IdempotencyKeys keys() {
        return keys;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends IdempotencyKeysContract {
        private final IdempotencyKeys keys = DoingNothing.as(IdempotencyKeys.class);

        @Override
        protected IdempotencyKeys keys() {
            return keys;
        }
    }
}
