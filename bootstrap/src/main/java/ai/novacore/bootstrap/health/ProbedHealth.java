package ai.novacore.bootstrap.health;

import ai.novacore.adapters.web.health.HealthReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts together what probes find. */
final class ProbedHealth implements HealthReport {
    static final String ACCEPTING = "accepting";
    static final String PROCESSORS = "eventProcessors";

    /**
     * Without these nothing can be served. All others are told, and leave the rest working: a node is not taken out of service
     * because mails or payments fail, which they would on every other node, too.
     */
    static final Set<String> VITAL = Set.of(
            ACCEPTING, DatabaseProbes.DATABASE, DatabaseProbes.MIGRATIONS, DatabaseProbes.EVENT_STORE, PROCESSORS);

    private static final Set<String> FOR_MEMORY = Set.of(DatabaseProbes.DATABASE, PROCESSORS);

    private final List<Probe> probes;
    private final Supplier<Map<String, Finding>> models;

    /** @param models the parts of the model; bounded in time by itself */
    ProbedHealth(List<Probe> probes, Supplier<Map<String, Finding>> models) {
        this.probes = List.copyOf(probes);
        this.models = models;
    }

    @Override
    public Health of(Part part) {
        return switch (part) {
            case LIVE -> new Health(Status.UP, Map.of("process", Status.UP));
            case READY -> health(look(VITAL), VITAL);
            case MEMORY -> health(look(FOR_MEMORY), FOR_MEMORY);
            case INTELLIGENCE -> {
                Map<String, Finding> found = models.get();
                yield health(found, found.keySet());
            }
            case ALL -> health(look(null), VITAL);
        };
    }

    /** All begin at once, so that together they take no longer than one. */
    private Map<String, Finding> look(@Nullable Set<String> names) {
        List<Probe> wanted = new ArrayList<>(probes);
        wanted.removeIf(probe -> names != null && !names.contains(probe.name()));
        wanted.forEach(Probe::begin);
        Map<String, Finding> found = new LinkedHashMap<>();
        wanted.forEach(probe -> found.put(probe.name(), probe.finding()));
        return found;
    }

    private static Health health(Map<String, Finding> found, Set<String> vital) {
        Map<String, Status> components = new LinkedHashMap<>();
        Map<String, String> details = new LinkedHashMap<>();
        found.forEach((name, finding) -> {
            components.put(name, status(finding.up()));
            if (finding.detail() != null) {
                details.put(name, finding.detail());
            }
        });
        boolean up = found.entrySet().stream().allMatch(one -> one.getValue().up() || !vital.contains(one.getKey()));
        return new Health(status(up), components, details);
    }

    private static Status status(boolean up) {
        return up ? Status.UP : Status.DOWN;
    }
}
