package ai.novacore.application.user;

import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import ai.novacore.application.user.port.out.InvitationStore;
import org.junit.jupiter.api.Test;

class KeepingInvitationsInMemory extends InvitationStoreContract {
    private final InvitationStore store = new InMemoryInvitations();

    @Override
    protected InvitationStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends InvitationStoreContract {
        private final InvitationStore store = DoingNothing.as(InvitationStore.class);

        @Override
        protected InvitationStore store() {
            return store;
        }
    }
}
