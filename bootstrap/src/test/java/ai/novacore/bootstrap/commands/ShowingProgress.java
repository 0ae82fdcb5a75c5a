package ai.novacore.bootstrap.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.bootstrap.commands.Progress.Bar;
import ai.novacore.bootstrap.commands.Progress.Lines;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShowingProgress {

    @Test
    void writesALineForEachTenth() {
        List<String> said = new ArrayList<>();
        try (Lines lines = new Lines(said::add, "Replaying accounts")) {
            lines.show("waiting", 0, 0);
            lines.show("building", 0, 200);
            for (int done = 1; done <= 45; done++) {
                lines.show("building", done, 200);
            }
            lines.show("comparing", 200, 200);
        }

        assertThat(said)
                .containsExactly(
                        "Replaying accounts: waiting",
                        "Replaying accounts: building",
                        "Replaying accounts: building, 10 % of 200 events",
                        "Replaying accounts: building, 20 % of 200 events",
                        "Replaying accounts: comparing, 100 % of 200 events");
    }

    @Test
    void rewritesOneLineOnATerminal() {
        StringWriter terminal = new StringWriter();
        try (Bar bar = new Bar(new PrintWriter(terminal), "Replaying accounts")) {
            bar.show("waiting", 0, 0);
            bar.show("building", 150, 200);
        }

        String last = terminal.toString().substring(terminal.toString().lastIndexOf('\r') + 1);
        assertThat(last).startsWith("Replaying accounts").contains("75%", "150/200", "building");
        assertThat(terminal.toString().lines().count()).isPositive();
        assertThat(terminal.toString()).endsWith(System.lineSeparator()).containsOnlyOnce("\n");
    }
}
