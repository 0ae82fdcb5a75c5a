package ai.novacore.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DrawingDashboards {
    private static final int WIDTH = 24;
    private static final Set<String> KINDS = Set.of("row", "timeseries", "stat", "bargauge", "table");

    static List<Dashboard> dashboards() {
        return Dashboard.all();
    }

    @Test
    void areFiveWithNamesOfTheirOwn() {
        assertThat(dashboards())
                .extracting(Dashboard::file)
                .containsExactlyInAnyOrder(
                        "service-overview.json",
                        "intelligence-and-quota.json",
                        "memory-and-workers.json",
                        "billing-and-accounts.json",
                        "event-backbone.json");
        assertThat(dashboards()).extracting(Dashboard::uid).doesNotHaveDuplicates();
        assertThat(dashboards())
                .extracting(dashboard -> dashboard.json().path("title").asString(""))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void sayWhatEachPanelShowsAndInWhichUnit(Dashboard dashboard) {
        assertThat(dashboard.panels())
                .extracting(panel -> panel.path("id").asInt(0))
                .doesNotHaveDuplicates();
        assertThat(dashboard.panels()).allSatisfy(panel -> {
            assertThat(panel.path("type").asString("")).isIn(KINDS);
            assertThat(panel.path("title").asString("")).isNotBlank();
        });
        assertThat(dashboard.panels())
                .filteredOn(panel -> !panel.path("type").asString("").equals("row"))
                .isNotEmpty()
                .allSatisfy(panel -> {
                    assertThat(panel.path("description").asString(""))
                            .as(panel.toString())
                            .isNotBlank();
                    assertThat(panel.at("/fieldConfig/defaults/unit").asString(""))
                            .as(panel.toString())
                            .isNotBlank();
                    assertThat(panel.path("targets").size()).isPositive();
                    assertThat(panel.path("targets").valueStream())
                            .extracting(target -> target.path("refId").asString(""))
                            .doesNotHaveDuplicates()
                            .doesNotContain("");
                });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void layPanelsBesideEachOther(Dashboard dashboard) {
        List<JsonNode> laid = new ArrayList<>();
        for (JsonNode panel : dashboard.panels()) {
            JsonNode place = panel.path("gridPos");
            assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(WIDTH);
            assertThat(laid).noneMatch(other -> overlap(place, other));
            laid.add(place);
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void askTheDataSourceThatIsProvisioned(Dashboard dashboard) {
        Object uid = Deployed.maps(
                        Deployed.yaml(Deployed.FOLDER.resolve("grafana/provisioning/datasources/prometheus.yml"))
                                .get("datasources"))
                .getFirst()
                .get("uid");

        assertThat(dashboard.json().findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(
                        source -> assertThat(source.path("uid").asString("")).isEqualTo(uid));
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return overlap(one, other, "x", "w") && overlap(one, other, "y", "h");
    }

    private static boolean overlap(JsonNode one, JsonNode other, String from, String length) {
        int start = one.path(from).asInt();
        int otherStart = other.path(from).asInt();
        return start < otherStart + other.path(length).asInt()
                && otherStart < start + one.path(length).asInt();
    }
}
