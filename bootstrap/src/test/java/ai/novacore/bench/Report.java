package ai.novacore.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What came out, for people or for programs. */
final class Report {
    private final List<Figure> figures = new ArrayList<>();
    private String machine = "";

    private record Figure(String measurement, String what, double value, String unit, Optional<Aim> aim) {
        String verdict() {
            return aim.map(a -> a.isMetBy(value) ? "met" : "MISSED").orElse("");
        }

        String text() {
            int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
            return String.format(Locale.ROOT, "%,." + decimals + "f", value);
        }

        Map<String, Object> asMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("measurement", measurement);
            map.put("what", what);
            map.put("value", value);
            map.put("unit", unit);
            aim.ifPresent(a -> {
                map.put("aim", a.toString());
                map.put("met", a.isMetBy(value));
            });
            return map;
        }
    }

    /** Says where it was measured. */
    void on(String description) {
        machine = description;
    }

    void add(String measurement, String what, double value, String unit) {
        figures.add(new Figure(measurement, what, value, unit, Optional.empty()));
    }

    void add(String measurement, String what, double value, String unit, Aim aim) {
        figures.add(new Figure(measurement, what, value, unit, Optional.of(aim)));
    }

    String table() {
        int widest = figures.stream().mapToInt(f -> f.what().length()).max().orElse(0);
        StringBuilder table = new StringBuilder(machine).append('\n');
        String group = "";
        for (Figure f : figures) {
            if (!f.measurement().equals(group)) {
                group = f.measurement();
                table.append('\n').append(group).append('\n');
            }
            String aim = f.aim().map(a -> "aim " + a).orElse("");
            table.append(String.format("  %-" + widest + "s  %10s %-6s", f.what(), f.text(), f.unit()))
                    .append(String.format("  %-10s %s", aim, f.verdict()).stripTrailing())
                    .append('\n');
        }
        return table.toString();
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("figures", figures.stream().map(Figure::asMap).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }
}
