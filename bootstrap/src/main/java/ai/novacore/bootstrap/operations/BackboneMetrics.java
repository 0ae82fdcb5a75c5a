package ai.novacore.bootstrap.operations;

import ai.novacore.application.axon.Backbone;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How far processors are behind, and how many events wait as dead letters. */
@Component
class BackboneMetrics {
    private final Backbone backbone;
    private final MultiGauge deadLetters;
    private final MultiGauge lag;

    BackboneMetrics(Backbone backbone, MeterRegistry registry) {
        this.lag = MultiGauge.builder("event.processor.lag")
                .description("how old the oldest event is that a processor has not handled yet; 0 when it is current")
                .baseUnit("seconds")
                .register(registry);
        this.backbone = backbone;
        this.deadLetters = MultiGauge.builder("dead.letters")
                .description("events whose handler failed and that wait to be tried again or decided about")
                .register(registry);
    }

    @Scheduled(fixedDelay = 15_000)
    void count() {
        List<Row<?>> rows = backbone.deadLetters().count().entrySet().stream()
                .<Row<?>>map(entry -> Row.of(Tags.of("processor", entry.getKey()), entry.getValue()))
                .toList();
        deadLetters.register(rows, true);
        List<Row<?>> ages = backbone.lag().entrySet().stream()
                .<Row<?>>map(entry -> Row.of(
                        Tags.of("processor", entry.getKey()), entry.getValue().toMillis() / 1_000.0))
                .toList();
        lag.register(ages, true);
    }
}
