package ai.novacore.bootstrap.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What stands in deploy/observability and docs/runbooks. */
public final class Deployed {
    public static final Path FOLDER = Path.of("..", "deploy", "observability");
    public static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");
    public static final Path RULES = FOLDER.resolve("prometheus/rules");
    public static final Path DASHBOARDS = FOLDER.resolve("grafana/dashboards");

    private Deployed() {}

    /** An alert as it stands in the rules. */
    public record Alert(String name, String expression, Map<String, String> labels, Map<String, String> annotations) {}

    public static List<Alert> alerts() {
        return maps(yaml(RULES.resolve("alerts.yml")).get("groups")).stream()
                .flatMap(group -> maps(group.get("rules")).stream())
                .map(rule -> new Alert(
                        String.valueOf(rule.get("alert")),
                        String.valueOf(rule.get("expr")),
                        texts(rule.get("labels")),
                        texts(rule.get("annotations"))))
                .toList();
    }

    /** The expressions of all recording rules, by what they record. */
    public static List<Map.Entry<String, String>> recordings() {
        return maps(yaml(RULES.resolve("recording.yml")).get("groups")).stream()
                .flatMap(group -> maps(group.get("rules")).stream())
                .map(rule -> Map.entry(String.valueOf(rule.get("record")), String.valueOf(rule.get("expr"))))
                .toList();
    }

    public static Map<String, Object> yaml(Path file) {
        return new Yaml().load(text(file));
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(Object value) {
        return (Map<String, String>) value;
    }

    public static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
