package ai.novacore.adapters.stripe.standin;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The switches as a form, and the form as switches. Chances are in percent, times in milliseconds. */
final class SwitchesForm {
    private static final double PERCENT = 100;

    private SwitchesForm() {}

    static String of(Switches switches) {
        return """
            <section><h2>Switches</h2><p>They apply to webhooks and calls from now on.</p>
            <form method="post"><input type="hidden" name="action" value="switches"><div class="row">%s</div>
            <button>Set</button></form></section>
            """.formatted(number("duplicates", "Sent twice, %", percent(switches.duplicates()))
                + number("disorder", "Held back, %", percent(switches.disorder()))
                + number("window", "Held back up to, ms", switches.window().toMillis())
                + number("delay", "Each waits, ms", switches.delay().toMillis())
                + number("loss", "Lost, %", percent(switches.loss()))
                + number("trialDays", "Trial, days", switches.trialDays())
                + number("seed", "Seed of chance", switches.seed())
                + choice(
                        "outage",
                        "API is down",
                        Arrays.stream(Outage.values()).map(Enum::name).toList(),
                        switches.outage().name())
                + choice(
                        "unpaidAtLast",
                        "At the end of dunning",
                        List.of("canceled", "unpaid"),
                        switches.unpaidAtLast() ? "unpaid" : "canceled"));
    }

    /** @throws IllegalArgumentException if a value makes no sense */
    static Switches read(Map<String, String> form) {
        return new Switches(
                whole(form, "duplicates") / PERCENT,
                whole(form, "disorder") / PERCENT,
                Duration.ofMillis(whole(form, "window")),
                Duration.ofMillis(whole(form, "delay")),
                whole(form, "loss") / PERCENT,
                Outage.valueOf(form.getOrDefault("outage", "NONE")),
                (int) whole(form, "trialDays"),
                "unpaid".equals(form.get("unpaidAtLast")),
                whole(form, "seed"));
    }

    private static long whole(Map<String, String> form, String name) {
        try {
            return Long.parseLong(form.getOrDefault(name, "0"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number", e);
        }
    }

    private static long percent(double chance) {
        return Math.round(chance * PERCENT);
    }

    private static String number(String name, String label, long value) {
        return "<div><label for=\"%1$s\">%2$s</label><input id=\"%1$s\" name=\"%1$s\" type=\"number\" value=\"%3$d\"></div>"
                .formatted(name, label, value);
    }

    private static String choice(String name, String label, List<String> values, String chosen) {
        String options = values.stream()
                .map(value -> "<option value=\"%s\"%s>%s</option>"
                        .formatted(value, value.equals(chosen) ? " selected" : "", value.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
        return "<div><label for=\"%1$s\">%2$s</label><select id=\"%1$s\" name=\"%1$s\">%3$s</select></div>"
                .formatted(name, label, options);
    }
}
