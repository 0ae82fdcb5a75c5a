package ai.novacore.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/**
 * Makes, of what stands in deploy/observability, what a test can wait for: everything is looked at each second, an alert
 * fires once it was true for a second, and a webhook is told.
 */
final class Haste {
    private static final String SECOND = "1s";

    private final Path folder;
    private final String told;

    Haste(Path folder, String told) {
        this.folder = folder;
        this.told = told;
    }

    /** Writes who is watched, into the files that are there for it. */
    void targets(URI node, URI management, String host, String front) {
        Path targets = folder.resolve("targets");
        for (Path file : Deployed.files(Deployed.FOLDER.resolve("prometheus/targets"), ".yml")) {
            String text = Deployed.text(file);
            String edited = text.replace("localhost:8081", management.getAuthority())
                    .replace("localhost:8080", node.getAuthority())
                    .replace("localhost:9100", host)
                    .replace("https://chat.example.org/health", front);
            assertThat(edited).isNotEqualTo(text);
            write(targets.resolve(file.getFileName()), edited);
        }
    }

    String prometheus(String itself, String alertmanager, String blackbox) {
        for (Path file : Deployed.files(Deployed.RULES, ".yml")) {
            write(
                    folder.resolve("rules").resolve(file.getFileName()),
                    replaced(Deployed.text(file), "\\b(for|interval): \\w+", "$1: " + SECOND));
        }
        String text = Deployed.text(Deployed.FOLDER.resolve("prometheus/prometheus.yml"));
        text = replaced(text, "(scrape_interval|scrape_timeout|evaluation_interval): \\w+", "$1: " + SECOND);
        text = replaced(text, "localhost:9093", alertmanager);
        text = replaced(text, "localhost:9090", itself);
        text = replaced(text, "localhost:9115", blackbox);
        return write(folder.resolve("prometheus.yml"), text);
    }

    String alertmanager() {
        String text = Deployed.text(Deployed.FOLDER.resolve("alertmanager/alertmanager.yml"));
        text = replaced(text, "(group_wait|group_interval): \\w+", "$1: " + SECOND);
        Map<String, Object> config = new Yaml().load(text);
        config.remove("global");
        config.remove("templates");
        config.put(
                "receivers",
                Deployed.maps(config.get("receivers")).stream()
                        .map(receiver -> {
                            Map<String, Object> hook = new LinkedHashMap<>();
                            hook.put("name", receiver.get("name"));
                            hook.put("webhook_configs", List.of(Map.of("url", told, "send_resolved", true)));
                            return hook;
                        })
                        .toList());
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        return write(folder.resolve("alertmanager.yml"), new Yaml(options).dump(config));
    }

    private static String replaced(String text, String pattern, String by) {
        String edited = Pattern.compile(pattern).matcher(text).replaceAll(by);
        assertThat(edited).as(pattern).isNotEqualTo(text);
        return edited;
    }

    private static String write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
