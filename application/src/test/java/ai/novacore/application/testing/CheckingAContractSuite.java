package ai.novacore.application.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CheckingAContractSuite {

    @Test
    void acceptsASuiteInWhichATestFails() {
        ContractSelfCheck.assertFails(OneOfTwoFails.class);
    }

    @Test
    void objectsToASuiteThatNothingCanFail() {
        assertThatThrownBy(() -> ContractSelfCheck.assertFails(AllPass.class)).isInstanceOf(AssertionError.class);
    }

    @Test
    void objectsToASuiteWithoutTests() {
        assertThatThrownBy(() -> ContractSelfCheck.assertFails(Empty.class)).isInstanceOf(AssertionError.class);
    }

    @Test
    void objectsToASuiteThatCannotBeSetUp() {
        assertThatThrownBy(() -> ContractSelfCheck.assertFails(NotSetUp.class)).isInstanceOf(AssertionError.class);
    }

    /** Were nested static classes selected as tests, this one would fail the build. */
    static class OneOfTwoFails extends AllPass {
        @Test
        void fails() {
            assertThat(true).isFalse();
        }
    }

    static class AllPass {
        @Test
        void passes() {
            assertThat(true).isTrue();
        }
    }

    static class Empty {}

    static class NotSetUp extends OneOfTwoFails {
        @BeforeAll
        static void breakDown() {
            assertThat(NotSetUp.class).isNull();
        }
    }
}
