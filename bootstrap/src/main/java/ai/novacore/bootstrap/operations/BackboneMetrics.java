package ai.novacore.bootstrap.operations;

import ai.novacore.application.axon.Backbone;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How far processors are behind, how many events wait as dead letters, and how many sagas are under way: of all nodes, read
 * from the database by each.
 */
@Component
class BackboneMetrics {
    private final Backbone backbone;
    private final JdbcClient database;
    private final MultiGauge deadLetters;
    private final MultiGauge lag;
    private final MultiGauge sagas;

    BackboneMetrics(Backbone backbone, JdbcClient database, MeterRegistry registry) {
        this.backbone = backbone;
        this.database = database;
        this.lag = MultiGauge.builder("event.processor.lag")
                .description("how old the oldest event is that a processor has not handled yet; 0 when it is current")
                .baseUnit("seconds")
                .register(registry);
        this.deadLetters = MultiGauge.builder("dead.letters")
                .description("events whose handler failed and that wait to be tried again or decided about")
                .register(registry);
        this.sagas = MultiGauge.builder("saga.active")
                .description("sagas that have begun and are not over")
                .register(registry);
        show(deadLetters, "processor", zeros(backbone.processors().keySet()));
        show(lag, "processor", zeros(backbone.processors().keySet()));
        show(sagas, "saga", zeros(backbone.sagaTypes().values()));
    }

    private static Map<String, Long> zeros(Collection<String> names) {
        Map<String, Long> counts = new TreeMap<>();
        names.forEach(name -> counts.put(name, 0L));
        return counts;
    }

    @Scheduled(fixedDelay = 15_000)
    void count() {
        show(deadLetters, "processor", backbone.deadLetters().count());
        Map<String, Double> ages = new TreeMap<>();
        backbone.lag().forEach((processor, age) -> ages.put(processor, age.toMillis() / 1_000.0));
        show(lag, "processor", ages);
        show(sagas, "saga", active());
    }

    private Map<String, Long> active() {
        Map<String, Long> counts = zeros(backbone.sagaTypes().values());
        database.sql("select saga_type, count(*) from eventstore.saga group by saga_type")
                .query(row -> {
                    String name = backbone.sagaTypes().get(row.getString(1));
                    if (name != null) {
                        counts.put(name, row.getLong(2));
                    }
                });
        return counts;
    }

    private static void show(MultiGauge gauge, String label, Map<String, ? extends Number> values) {
        gauge.register(
                values.entrySet().stream()
                        .<Row<?>>map(entry -> Row.of(Tags.of(label, entry.getKey()), entry.getValue()))
                        .toList(),
                true);
    }
}
