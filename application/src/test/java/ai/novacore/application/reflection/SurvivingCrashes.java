package ai.novacore.application.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever command a node dies at, the run after it stores what was to be stored, once. */
class SurvivingCrashes {
    private static final int TURNS = 30;

    private final ReflectionFixture fixture = new ReflectionFixture();
    private int commandsLeft;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11, 12, 13, 20, 24, 29})
    void storesEverythingOnce(int commands) {
        for (int i = 0; i < TURNS; i++) {
            fixture.turn("I was in town number " + (100 + i) + ".", "Nice.");
        }
        commandsLeft = commands;
        fixture.commandsBy(new DyingDispatcher());
        fixture.by(new ScriptedExtractor()).reflectNow();
        assertThat(fixture.stored()).hasSizeLessThan(TURNS);

        fixture.commandsBy(fixture.dispatcher).by(new ScriptedExtractor()).reflectNow();

        assertThat(fixture.stored()).hasSize(TURNS);
        assertThat(fixture.storedTexts()).doesNotHaveDuplicates();
        assertThat(fixture.stored()).extracting(stored -> stored.id()).doesNotHaveDuplicates();
    }

    /** Works for so many commands; a transaction that it dies in leaves nothing. */
    private final class DyingDispatcher implements CommandDispatcher {

        @Override
        public List<DomainEvent> dispatch(DomainCommand command) {
            if (commandsLeft-- <= 0) {
                throw new IllegalStateException("the node is dead");
            }
            return fixture.dispatcher.dispatch(command);
        }

        @Override
        public <T> T atomically(Supplier<T> work) {
            Runnable restore = fixture.reflections.remembering();
            try {
                return fixture.dispatcher.atomically(work);
            } catch (IllegalStateException e) {
                restore.run();
                throw e;
            }
        }
    }
}
