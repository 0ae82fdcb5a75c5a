package ai.novacore.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.bootstrap.observability.Deployed.Alert;
import ai.novacore.bootstrap.observability.Tool.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckingTheRules {
    private static final Path CASES = Deployed.FOLDER.resolve("prometheus/tests");

    /** It is there to fire always. */
    private static final String WATCHDOG = "Watchdog";

    @Test
    void areUnderstoodByPrometheus() {
        Said config = Tool.PROMTOOL.run(
                "check",
                "config",
                Deployed.FOLDER.resolve("prometheus/prometheus.yml").toString());
        assertThat(config.code()).as(config.words()).isZero();

        Said rules = Tool.PROMTOOL.run(arguments("check", "rules", "--lint=all", "--lint-fatal", Deployed.RULES));
        assertThat(rules.code()).as(rules.words()).isZero();
    }

    @Test
    void fireAndAreSilentAsTheirCasesSay() {
        Said said = Tool.PROMTOOL.run(arguments("test", "rules", "", "", CASES));

        assertThat(said.code()).as(said.words()).isZero();
    }

    @Test
    void haveCasesInWhichTheyFireAndInWhichTheyDoNot() {
        Set<String> firing = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        Deployed.files(CASES, ".yml").stream()
                .flatMap(file -> Deployed.maps(Deployed.yaml(file).get("tests")).stream())
                .flatMap(test -> Deployed.maps(test.get("alert_rule_test")).stream())
                .forEach(one -> (((List<?>) one.get("exp_alerts")).isEmpty() ? silent : firing)
                        .add(String.valueOf(one.get("alertname"))));
        List<String> names = Deployed.alerts().stream().map(Alert::name).toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
        assertThat(firing).containsExactlyInAnyOrderElementsOf(names);
        assertThat(silent)
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().filter(name -> !name.equals(WATCHDOG)).toList());
    }

    @Test
    void tellWhomToWakeAndWhy() {
        String text = Deployed.text(Deployed.RULES.resolve("alerts.yml"));
        assertThat(Deployed.alerts()).allSatisfy(alert -> {
            assertThat(alert.labels().get("severity")).isIn("critical", "warning", "none");
            assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook_url");
            assertThat(text)
                    .as("the reason for the threshold of " + alert.name())
                    .containsPattern("      # .*\\n      - alert: " + alert.name() + "\\n");
        });
    }

    @Test
    void haveASectionInTheRunbookEach() {
        List<String> headings = Pattern.compile("(?m)^## (\\w+)$")
                .matcher(Deployed.text(Deployed.RUNBOOKS.resolve("ALERT_RESPONSE.md")))
                .results()
                .map(result -> result.group(1))
                .toList();

        assertThat(headings)
                .containsExactlyInAnyOrderElementsOf(
                        Deployed.alerts().stream().map(Alert::name).toList());
        assertThat(Deployed.alerts())
                .allSatisfy(alert -> assertThat(alert.annotations().get("runbook_url"))
                        .endsWith("/ALERT_RESPONSE.md#" + alert.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void areWhatDashboardsAndRoutesSpeakOf() {
        List<String> names = Deployed.alerts().stream().map(Alert::name).toList();
        Matcher links = Pattern.compile("ALERT_RESPONSE\\.md#(\\w+)")
                .matcher(Dashboard.all().stream().map(d -> d.json().toString()).reduce("", String::concat));
        assertThat(links.results().map(link -> link.group(1)).distinct().toList())
                .isNotEmpty()
                .isSubsetOf(names.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());

        Matcher routed = Pattern.compile("alertname =~? \"?([\\w|]+)")
                .matcher(Deployed.text(Deployed.FOLDER.resolve("alertmanager/alertmanager.yml")));
        assertThat(routed.results()
                        .flatMap(match -> Stream.of(match.group(1).split("\\|")))
                        .distinct()
                        .toList())
                .isNotEmpty()
                .isSubsetOf(names);
    }

    private static String[] arguments(String first, String second, String third, String fourth, Path folder) {
        return Stream.concat(
                        Stream.of(first, second, third, fourth).filter(word -> !word.isEmpty()),
                        Deployed.files(folder, ".yml").stream().map(Path::toString))
                .toArray(String[]::new);
    }
}
