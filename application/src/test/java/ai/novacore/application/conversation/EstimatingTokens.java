package ai.novacore.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.domain.conversation.TokenUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatingTokens {
    private final TurnInProgress progress = new TurnInProgress(new RecordingReader(), 100);

    @ParameterizedTest
    @CsvSource({"'', 0", "a, 1", "abc, 1", "abcd, 2", "äö, 2", "猫, 1", "🦊, 2"})
    void countsATokenForEveryThreeBytesBegun(String text, long tokens) {
        assertThat(TokenEstimate.of(text)).isEqualTo(tokens);
    }

    @Test
    void standsUntilTheModelHasCounted() {
        progress.token("A ");
        progress.token("cat.");
        assertThat(progress.usageSoFar()).isEqualTo(new TokenUsage(100, 2));
        assertThat(progress.usage(new Completion(Finish.STOP, 40, 5))).isEqualTo(new TokenUsage(40, 5));
    }

    @Test
    void takesTheHigherCountOfTheAnswerWhenThePromptWasNotCounted() {
        progress.token("A ");
        assertThat(progress.usage(new Completion(Finish.CANCELLED, 0, 3))).isEqualTo(new TokenUsage(100, 3));
        assertThat(progress.usage(new Completion(Finish.CANCELLED, 0, 0))).isEqualTo(new TokenUsage(100, 1));
    }
}
