package ai.novacore.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A runbook, and the commands in it that an operator would paste into a terminal. */
public record Runbook(Path file) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh run\\n(.*?)^```$");
    private static final long PATIENCE_SECONDS = 180;

    public static List<Runbook> all() {
        return Deployed.files(Deployed.RUNBOOKS, ".md").stream()
                .map(Runbook::new)
                .toList();
    }

    private List<String> blocks() {
        return BLOCK.matcher(Deployed.text(file))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** Runs all blocks one after the other in one shell, as somebody does who reads from the top. None may fail. */
    public void run(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        List<String> blocks = blocks();
        assertThat(blocks).isNotEmpty();
        blocks.forEach(block -> script.append("cat >&2 <<'BLOCK'\n--- ")
                .append(block)
                .append("BLOCK\n")
                .append(block));
        Path commands = Files.writeString(folder.resolve(file.getFileName() + ".sh"), script);
        Path said = folder.resolve(file.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder("bash", commands.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertThat(process.isAlive())
                .as("it takes too long: " + Deployed.text(said))
                .isFalse();
        assertThat(process.exitValue()).as(Deployed.text(said)).isZero();
        assertThat(Deployed.text(said)).doesNotContain("jq: error", "ERROR:  ");
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
