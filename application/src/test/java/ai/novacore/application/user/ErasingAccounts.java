package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.user.MemberFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.user.EraseAccount.ErasureIncomplete;
import ai.novacore.application.user.EraseAccount.Steps;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.ErasureStep;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.ErasureStepCompleted;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasingAccounts {
    private static final ErasureRequested REQUESTED = new ErasureRequested(ADA, NOON);

    private final MemberFixture fixture = new MemberFixture().withAda();
    private final Set<ErasureStep> failing = EnumSet.noneOf(ErasureStep.class);
    private final List<ErasureStep> tried = new ArrayList<>();
    private final EraseAccount erasure = new EraseAccount(
            new Steps(
                    step(ErasureStep.SESSIONS),
                    step(ErasureStep.BILLING),
                    step(ErasureStep.CONVERSATIONS),
                    step(ErasureStep.MEMORIES),
                    step(ErasureStep.CREDENTIALS),
                    step(ErasureStep.ADDRESS),
                    step(ErasureStep.KEY)),
            fixture.commands,
            fixture.clock);

    @BeforeEach
    void request() {
        fixture.commands.given(REQUESTED);
    }

    @Test
    void concernsTheRequestOnly() {
        assertThat(erasure.name()).isEqualTo("account-erasure");
        assertThat(erasure.concerns(ErasureRequested.class)).isTrue();
        assertThat(erasure.concerns(PasswordChanged.class)).isFalse();

        erasure.happen(new PasswordChanged(ADA, NOON), "evt-1");
        assertThat(tried).isEmpty();
    }

    @Test
    void doesEveryStepInOrderAndRecordsIt() {
        erasure.happen(REQUESTED, "evt-1");

        assertThat(tried).containsExactly(ErasureStep.values());
        assertThat(recorded()).containsExactly(ErasureStep.values());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADDRESS", "KEY"})
    void doesTheOthersWhenAStepFails(ErasureStep failed) {
        failing.add(failed);

        assertThatThrownBy(() -> erasure.happen(REQUESTED, "evt-1"))
                .isInstanceOf(ErasureIncomplete.class)
                .hasMessageContaining(failed.name());

        assertThat(recorded())
                .hasSize(ErasureStep.values().length - 3)
                .doesNotContain(failed, ErasureStep.ADDRESS, ErasureStep.KEY);
        assertThat(tried).doesNotContain(ErasureStep.ADDRESS, ErasureStep.KEY);
    }

    /** The next attempt may still have to know who is to be told. */
    @Test
    void keepsTheKeyUntilTheFarewellIsSent() {
        failing.add(ErasureStep.ADDRESS);

        assertThatThrownBy(() -> erasure.happen(REQUESTED, "evt-1")).isInstanceOf(ErasureIncomplete.class);

        assertThat(tried).doesNotContain(ErasureStep.KEY);
    }

    @Test
    void takesUpWhatIsLeftAtTheNextAttempt() {
        failing.add(ErasureStep.BILLING);
        assertThatThrownBy(() -> erasure.happen(REQUESTED, "evt-1")).isInstanceOf(ErasureIncomplete.class);

        failing.clear();
        erasure.happen(REQUESTED, "evt-1");

        assertThat(recorded())
                .containsExactlyInAnyOrder(ErasureStep.values())
                .endsWith(ErasureStep.BILLING, ErasureStep.ADDRESS, ErasureStep.KEY);
    }

    @Test
    void recordsNothingTwice() {
        erasure.happen(REQUESTED, "evt-1");
        erasure.happen(REQUESTED, "evt-1");

        assertThat(recorded()).containsExactly(ErasureStep.values());
    }

    private Consumer<UserId> step(ErasureStep step) {
        return user -> {
            assertThat(user).isEqualTo(ADA);
            tried.add(step);
            if (failing.contains(step)) {
                throw new IllegalStateException("told to fail");
            }
        };
    }

    private List<ErasureStep> recorded() {
        return fixture.commands.events(ADA).stream()
                .filter(ErasureStepCompleted.class::isInstance)
                .map(event -> ((ErasureStepCompleted) event).step())
                .toList();
    }
}
