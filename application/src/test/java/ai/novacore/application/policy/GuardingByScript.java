package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.out.GuardModel;
import ai.novacore.application.testing.ContractSelfCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardingByScript extends GuardModelContract {

    @Override
    protected GuardModel saying(Decision decision, String... principles) {
        return ScriptedGuard.saying(decision, principles);
    }

    @Override
    protected GuardModel missing() {
        ScriptedGuard guard = ScriptedGuard.failing();
        guard.missing = true;
        return guard;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends GuardModelContract {
        @Override
        protected GuardModel saying(Decision decision, String... principles) {
            return new AllowingAll();
        }

        @Override
        protected GuardModel missing() {
            return new AllowingAll();
        }
    }

    private static final class AllowingAll implements GuardModel {
        @Override
        public Opinion judge(List<Principle> principles, String text) {
            return new Opinion(Decision.ALLOW, List.of());
        }

        @Override
        public void check() {
            // Is always there.
        }

        @Override
        public String model() {
            return "none";
        }
    }
}
