package ai.novacore.bootstrap.observability;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One dashboard of Grafana. */
public record Dashboard(String file, JsonNode json) {
    private static final Pattern VALUES = Pattern.compile("label_values\\((.*), *(\\w+)\\)");

    /** A query of it, and where it stands. */
    public record Query(String where, String expression) {}

    public static List<Dashboard> all() {
        return Deployed.files(Deployed.DASHBOARDS, ".json").stream()
                .map(Dashboard::read)
                .toList();
    }

    private static Dashboard read(Path file) {
        return new Dashboard(file.getFileName().toString(), JsonMapper.shared().readTree(Deployed.text(file)));
    }

    public String uid() {
        return json.path("uid").asString("");
    }

    /** All panels, those that are folded into rows included. */
    public List<JsonNode> panels() {
        return json.path("panels")
                .valueStream()
                .flatMap(panel ->
                        Stream.concat(Stream.of(panel), panel.path("panels").valueStream()))
                .toList();
    }

    /** What Prometheus is asked when somebody looks at it with all nodes chosen. */
    public List<Query> queries() {
        Stream<Query> shown = panels().stream()
                .flatMap(panel -> panel.path("targets")
                        .valueStream()
                        .map(target -> new Query(
                                file + ": " + panel.path("title").asString(""),
                                filledIn(target.path("expr").asString("")))));
        Stream<Query> chosen = json.at("/templating/list").valueStream().map(variable -> {
            Matcher values = VALUES.matcher(variable.at("/query/query").asString(""));
            return new Query(
                    file + ": variable " + variable.path("name").asString(""), values.matches() ? values.group(1) : "");
        });
        return Stream.concat(shown, chosen).toList();
    }

    private static String filledIn(String expression) {
        return expression.replace("$__rate_interval", "1m").replaceAll("\\$(instance|model|processor)\\b", ".*");
    }
}
