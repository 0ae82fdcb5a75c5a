package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.port.out.DistillationRuns.Totals;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts runs and what they came to. */
public final class DistillationMetrics {
    private final MeterRegistry registry;

    public DistillationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(Totals totals) {
        registry.counter("memory.distillation.runs").increment();
        count("promoted", totals.promoted());
        count("merged", totals.merged());
        count("expired", totals.expired());
        registry.counter("memory.distillation.failures").increment((double) totals.failed());
    }

    private void count(String change, long memories) {
        registry.counter("memory.distillation.changes", "change", change).increment((double) memories);
    }
}
