package ai.novacore.bootstrap.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.bootstrap.Product;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayingByCommand {
    private final Product product = Product.shared();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsWhatFollowsTheEvents() {
        assertThat(run()).as(err.toString()).isZero();

        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("processor "))
                .anyMatch(line -> line.startsWith("accounts ") && line.contains(" projection "))
                .anyMatch(line -> line.startsWith("verification-mail ") && line.contains(" effect "))
                .anyMatch(line -> line.startsWith("when-user-registered-") && line.contains(" saga "));
    }

    @Test
    void followsAReplayToItsEnd() {
        assertThat(run("usage-ledger", "--swap-when-different"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .startsWith("Replaying usage-ledger: waiting")
                .contains("Built again from ", "in use; readers waited ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verification-mail", "when-user-registered-then-request-verification", "reflection"})
    void refusesWhatDoesMoreThanKeepAReadModel(String processor) {
        assertThat(run(processor)).isEqualTo(1);

        assertThat(err.toString()).contains("Only what is nothing but a read model");
    }

    @Test
    void saysWhatItCannotDo() {
        assertThat(run("nothing")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no processor nothing.");

        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(err.toString()).contains("./nova replay");

        assertThat(new ReplayCommand(Map.of("NOVA_DATA", product.data().toString()))
                        .run(new String[] {"--url=http://localhost:1"}, new PrintWriter(out), new PrintWriter(err)))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Nothing answers at http://localhost:1");
    }

    private int run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--url=" + product.address();
        return new ReplayCommand(Map.of("NOVA_DATA", product.data().toString()))
                .run(all, new PrintWriter(out), new PrintWriter(err));
    }
}
