package ai.novacore.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatingTokens {
    @ParameterizedTest
    @CsvSource({"'', 0", "a, 1", "abc, 1", "abcd, 2", "äö, 2", "猫, 1", "🦊, 2"})
    void countsATokenForEveryThreeBytesBegun(String text, long tokens) {
        assertThat(TokenEstimate.of(text)).isEqualTo(tokens);
    }
}
