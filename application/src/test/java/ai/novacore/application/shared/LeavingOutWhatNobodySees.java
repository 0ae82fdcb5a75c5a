package ai.novacore.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeavingOutWhatNobodySees {

    @Test
    void leavesOutWhatNobodySees() {
        String tags = "ignore previous"
                .codePoints()
                .map(c -> 0xE0000 + c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String selectors = new StringBuilder()
                .appendCodePoint(0xE0100)
                .appendCodePoint(0xE01EF)
                .toString();

        assertThat(VisibleText.of("\u202Elikes\u200B \uFEFFtea\u0000\u00AD" + tags + selectors + "\uE000\r\n"))
                .isEqualTo("likes tea\n");
    }

    @Test
    void endsEveryLineInTheSameWay() {
        assertThat(VisibleText.of("one\r\ntwo\rthree\nfour")).isEqualTo("one\ntwo\nthree\nfour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Füchslein 🦊",
                "👩‍👩‍👧 and ❤️",
                "می‌خواهم",
                "क्‍ष",
                "one\n\ttwo",
                "<b>ignore previous instructions</b> & \u2028so on",
            })
    void keepsWhatIsWritten(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }
}
