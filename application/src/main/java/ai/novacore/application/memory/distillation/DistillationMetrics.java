package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.port.out.DistillationRuns.Totals;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts runs and what they came to. */
public final class DistillationMetrics {
    private static final String RUNS = "memory.distillation.runs";

    private final MeterRegistry registry;

    public DistillationMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.counter(RUNS);
        count(new Totals(0, 0, 0, 0, 0));
    }

    void ended(Totals totals) {
        registry.counter(RUNS).increment();
        count(totals);
    }

    private void count(Totals totals) {
        count("promoted", totals.promoted());
        count("merged", totals.merged());
        count("expired", totals.expired());
        registry.counter("memory.distillation.failures").increment((double) totals.failed());
    }

    private void count(String change, long memories) {
        registry.counter("memory.distillation.changes", "change", change).increment((double) memories);
    }
}
