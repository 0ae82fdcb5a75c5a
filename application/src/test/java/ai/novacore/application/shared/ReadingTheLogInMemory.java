package ai.novacore.application.shared;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class ReadingTheLogInMemory extends EventLogContract {
    private final InMemoryEventLog log = new InMemoryEventLog(new InMemoryCommandDispatcher());

    @Override
    protected CommandDispatcher commands() {
        return log;
    }

    @Override
    protected EventLog log() {
        return log;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends EventLogContract {
        @Override
        protected CommandDispatcher commands() {
            return new InMemoryCommandDispatcher();
        }

        @Override
        protected EventLog log() {
            return DoingNothing.as(EventLog.class);
        }
    }
}
