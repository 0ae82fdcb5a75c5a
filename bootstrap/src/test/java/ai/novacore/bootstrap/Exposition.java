package ai.novacore.bootstrap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What /metrics says, read as Prometheus reads it. */
final class Exposition {
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? ([^ ]+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> helps = new HashMap<>();
    private final Map<String, List<Series>> series = new HashMap<>();

    /** One line with a value. */
    record Series(Map<String, String> labels, double value) {}

    private Exposition(String text) {
        for (String line : text.lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                String[] words = line.split(" ", -1);
                types.put(words[2], words[3]);
            } else if (line.startsWith("# HELP ")) {
                String[] words = line.split(" ", 4);
                helps.put(words[2], words.length > 3 ? words[3] : "");
            } else if (!line.startsWith("#")) {
                read(line);
            }
        }
    }

    private void read(String line) {
        Matcher parts = SERIES.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("no series: " + line);
        }
        Map<String, String> labels = new LinkedHashMap<>();
        if (parts.group(2) != null) {
            Matcher label = LABEL.matcher(parts.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        series.computeIfAbsent(parts.group(1), name -> new ArrayList<>())
                .add(new Series(labels, Double.parseDouble(parts.group(3).replace("Inf", "Infinity"))));
    }

    static Exposition of(Product product) {
        return new Exposition(
                new Caller(product.managementAddress()).get("/metrics").body());
    }

    /** {@code counter}, {@code gauge}, {@code histogram} or {@code summary}; null when there is no such metric. */
    @Nullable String type(String metric) {
        return types.get(metric);
    }

    String help(String metric) {
        return helps.getOrDefault(metric, "");
    }

    List<Series> series(String name) {
        return series.getOrDefault(name, List.of());
    }

    /** The names of labels, of all series of a name; {@code le} belongs to the histogram and is left out. */
    Set<Set<String>> labels(String name) {
        Set<Set<String>> all = new java.util.HashSet<>();
        series(name).forEach(one -> {
            Set<String> names = new TreeSet<>(one.labels().keySet());
            names.remove("le");
            all.add(names);
        });
        return all;
    }

    /** The values that a label has. */
    Set<String> values(String name, String label) {
        Set<String> all = new TreeSet<>();
        series(name).forEach(one -> all.add(one.labels().getOrDefault(label, "")));
        return all;
    }

    /** The sum over the series that have these labels, by name and value. */
    double sum(String name, String... labels) {
        return series(name).stream()
                .filter(one -> {
                    for (int i = 0; i < labels.length; i += 2) {
                        if (!labels[i + 1].equals(one.labels().get(labels[i]))) {
                            return false;
                        }
                    }
                    return true;
                })
                .mapToDouble(Series::value)
                .sum();
    }
}
