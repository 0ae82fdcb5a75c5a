package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.port.out.DistillationRuns.Totals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts runs and what they came to. */
public final class DistillationMetrics {
    private final MeterRegistry registry;
    private final Counter runs;
    private final Counter failures;

    public DistillationMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.runs = Counter.builder("memory.distillation.runs")
                .description("runs that ended")
                .register(registry);
        this.failures = Counter.builder("memory.distillation.failures")
                .description("members whose memories a run could not distil")
                .register(registry);
        count(new Totals(0, 0, 0, 0, 0));
    }

    void ended(Totals totals) {
        runs.increment();
        count(totals);
    }

    private void count(Totals totals) {
        count("promoted", totals.promoted());
        count("merged", totals.merged());
        count("expired", totals.expired());
        failures.increment((double) totals.failed());
    }

    private void count(String change, long memories) {
        Counter.builder("memory.distillation.changes")
                .description("memories that runs changed")
                .tags("change", change)
                .register(registry)
                .increment((double) memories);
    }
}
