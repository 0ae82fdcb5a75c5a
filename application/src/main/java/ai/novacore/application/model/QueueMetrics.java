package ai.novacore.application.model;

import ai.novacore.application.shared.ModelNames;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How many answers run and how many questions wait, by model. */
final class QueueMetrics {
    private final ModelQueue queue;
    private final MeterRegistry meters;
    private final ModelNames names = new ModelNames();

    QueueMetrics(ModelQueue queue, MeterRegistry meters) {
        this.queue = queue;
        this.meters = meters;
    }

    /** The names beyond those that are told apart are not measured: nobody has so many models. */
    void asked(String model) {
        if (names.isNew(model)) {
            Gauge.builder("model.queue.length", queue, lines -> lines.waiting(model))
                    .description("Questions that wait for their turn on this node")
                    .tag("model", model)
                    .register(meters);
            Gauge.builder("model.answers.running", queue, lines -> lines.running(model))
                    .description("Answers that the model gives to this node")
                    .tag("model", model)
                    .register(meters);
        }
    }
}
