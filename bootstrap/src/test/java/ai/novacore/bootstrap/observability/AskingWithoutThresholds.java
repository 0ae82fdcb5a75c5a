package ai.novacore.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.bootstrap.observability.Dashboard.Query;
import org.junit.jupiter.api.Test;

/** What the test of all queries stands on: none is forgotten, and none is made to answer what it does not ask. */
class AskingWithoutThresholds {

    @Test
    void leavesSelectorsAsTheyAreAndComparesWithoutDropping() {
        assertThat(Expressions.answered("sum(a{b!=\"c\", d=~\"e>f\"}) > 0.5 * sum(a{b=\"c\"}) and g{h=\"i\"} == 1"))
                .isEqualTo("sum(a{b!=\"c\", d=~\"e>f\"}) > bool 0.5 * sum(a{b=\"c\"}) and g{h=\"i\"} == bool 1");
    }

    @Test
    void findsEverySeriesOfAnExpression() {
        assertThat(Expressions.selectors("rate(a_total{b=\"c\"}[5m]) / job:d:rate5m > 2 or e{f=\"g\"}"))
                .containsExactly("a_total{b=\"c\"}", "job:d:rate5m", "e{f=\"g\"}");
    }

    @Test
    void asksForAllAlertsRecordingsAndPanels() {
        assertThat(Expressions.all()).extracting(Query::expression).doesNotContain("");
        assertThat(Expressions.all())
                .extracting(Query::where)
                .containsAll(Deployed.alerts().stream()
                        .map(Deployed.Alert::name)
                        .filter(name -> !name.equals("Watchdog"))
                        .toList())
                .containsAll(Deployed.recordings().stream()
                        .map(java.util.Map.Entry::getKey)
                        .toList())
                .hasSizeGreaterThan(200);
    }
}
