package ai.novacore.bootstrap.observability;

import ai.novacore.bootstrap.observability.Dashboard.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is asked of Prometheus by rules and dashboards, so that a test can ask the same. */
public final class Expressions {
    private static final Pattern SELECTOR = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_:]*\\{[^}]*}|\\bjob:[a-z0-9_]+:\\w+");
    private static final Pattern BRACES_OR_COMPARISON = Pattern.compile("(\\{[^}]*})|([=!><]=|[><])(?! bool)");

    private Expressions() {}

    /**
     * Everything that has to have series on a node that was used: all queries of dashboards; of recordings and alerts the
     * whole, its comparisons answered by 0 or 1, and each series that it is made of.
     */
    public static List<Query> all() {
        List<Query> all = new ArrayList<>();
        Dashboard.all().forEach(dashboard -> all.addAll(dashboard.queries()));
        Deployed.recordings().forEach(recording -> add(all, recording.getKey(), recording.getValue()));
        Deployed.alerts().forEach(alert -> add(all, alert.name(), alert.expression()));
        return List.copyOf(all);
    }

    private static void add(List<Query> all, String name, String expression) {
        // A day ago there was nothing.
        String now = expression.replaceAll(" offset \\w+", "");
        selectors(now).forEach(selector -> all.add(new Query(name, selector)));
        // What is absent is not, on a node that has everything.
        if (!now.startsWith("absent(")) {
            all.add(new Query(name, answered(now)));
        }
    }

    static Set<String> selectors(String expression) {
        Set<String> found = new LinkedHashSet<>();
        SELECTOR.matcher(expression).results().forEach(match -> found.add(match.group()));
        return found;
    }

    /** With every comparison answered by 0 or 1, instead of leaving out what it does not hold for. */
    static String answered(String expression) {
        return BRACES_OR_COMPARISON.matcher(expression).replaceAll(match -> match.group(1) != null ? "$1" : "$2 bool");
    }
}
