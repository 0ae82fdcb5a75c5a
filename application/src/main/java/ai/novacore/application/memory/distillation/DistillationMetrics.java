package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.port.out.DistillationRuns.Totals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts runs and what they came to. */
public final class DistillationMetrics {
    private final MeterRegistry registry;

    public DistillationMetrics(MeterRegistry registry) {
        this.registry = registry;
        counter("memory.distillation.runs", "nightly runs that ended");
        count(new Totals(0, 0, 0, 0, 0));
    }

    void ended(Totals totals) {
        counter("memory.distillation.runs", "nightly runs that ended").increment();
        count(totals);
    }

    private void count(Totals totals) {
        count("promoted", totals.promoted());
        count("merged", totals.merged());
        count("expired", totals.expired());
        counter("memory.distillation.failures", "members who could not be done").increment((double) totals.failed());
    }

    private void count(String change, long memories) {
        Counter.builder("memory.distillation.changes")
                .description("memories that a run has changed")
                .tags("change", change)
                .register(registry)
                .increment((double) memories);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
