package ai.novacore.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashingTokens {
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @ParameterizedTest
    @ValueSource(strings = HASH)
    void takesASha256(String hash) {
        assertThat(new TokenHash(hash).value()).isEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret-token",
                HASH + "0",
                "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"
            })
    void refusesWhatCouldBeTheTokenItself(String token) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenHash(token));
    }
}
