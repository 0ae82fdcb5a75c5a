package ai.novacore.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WrappingParagraphs {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Paragraph paragraph = new Paragraph(new PrintStream(written, true, StandardCharsets.UTF_8), 4);

    @Test
    void breaksLinesBetweenWordsAndIndentsThem() {
        paragraph.add("ten chars ".repeat(12));
        paragraph.end();

        assertThat(text().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(text().lines().skip(1)).allMatch(line -> line.startsWith("    ten") || line.startsWith("    chars"));
        assertThat(text().strip().replaceAll("\\s+", " "))
                .isEqualTo("ten chars ".repeat(12).strip());
    }

    @Test
    void joinsPiecesOfAWordAndWritesItWhenItIsComplete() {
        paragraph.add("Lis");
        assertThat(text()).isEmpty();
        paragraph.add("bon is");
        assertThat(text()).isEqualTo("Lisbon");
        paragraph.end();

        assertThat(text()).isEqualTo("Lisbon is" + System.lineSeparator());
    }

    @Test
    void keepsLinesApartThatTheModelKeptApart() {
        paragraph.add("\n\none\ntwo\n\n\n\nthree\n");
        paragraph.end();

        assertThat(text()).isEqualTo("one\n    two\n\n    three" + System.lineSeparator());
    }

    @Test
    void leavesOutWhatSteersTerminals() {
        paragraph.add("\u001b[2Jred\u0007 \u009b31malert");
        paragraph.end();

        assertThat(text().strip()).isEqualTo("[2Jred 31malert");
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
