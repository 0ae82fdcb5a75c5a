package ai.novacore.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Given these events, when this command, then exactly these events, nothing, or this rejection.
 *
 * <pre>{@code
 * given(decider, opened).when(reserve).thenEvents(reserved);
 * given(decider).when(settle).thenRejected("reservation_not_found");
 * }</pre>
 */
public final class DeciderFixture<C extends DomainCommand, E extends DomainEvent, S> {
    private final Decider<C, E, S> decider;
    private final S state;

    private DeciderFixture(Decider<C, E, S> decider, S state) {
        this.decider = decider;
        this.state = state;
    }

    @SafeVarargs
    public static <C extends DomainCommand, E extends DomainEvent, S> DeciderFixture<C, E, S> given(
            Decider<C, E, S> decider, E... events) {
        return new DeciderFixture<>(decider, decider.fold(decider.initial(), List.of(events)));
    }

    /** Decides at once, so that a test without an expectation still runs the command. */
    public Outcome<E> when(C command) {
        Throwable[] thrown = new Throwable[1];
        List<List<E>> decided = new ArrayList<>();
        thrown[0] = catchThrowable(() -> decided.add(decider.decide(command, state)));
        return new Outcome<>(decided.isEmpty() ? null : decided.getFirst(), thrown[0]);
    }

    /** What came of the command. */
    public record Outcome<E>(
            @Nullable List<E> events, @Nullable Throwable thrown) {

        @SafeVarargs
        public final void thenEvents(E... expected) {
            assertThat(thrown).isNull();
            assertThat(events).containsExactly(expected);
        }

        public void thenNothing() {
            assertThat(thrown).isNull();
            assertThat(events).isEmpty();
        }

        /** Returns the rejection for a closer look. */
        public DomainRejection thenRejected(String code) {
            if (thrown instanceof DomainRejection rejection) {
                assertThat(rejection.code()).isEqualTo(code);
                return rejection;
            }
            throw new AssertionError(
                    "expected a rejection " + code + ", but got " + (thrown == null ? events : thrown), thrown);
        }
    }
}
