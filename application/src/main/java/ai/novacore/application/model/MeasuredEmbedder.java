package ai.novacore.application.model;

import ai.novacore.application.model.port.out.Embedder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** Times embeddings, those that fail included; a call is one measurement, however many texts it has. */
public final class MeasuredEmbedder implements Embedder {
    private final Embedder measured;
    private final Timer latency;

    public MeasuredEmbedder(Embedder measured, MeterRegistry registry) {
        this.measured = measured;
        latency = Timer.builder("vector.embedding.latency")
                .description("how long it took to turn texts into vectors, a call at a time")
                .register(registry);
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        Timer.Sample sample = Timer.start();
        try {
            return measured.embed(texts);
        } finally {
            sample.stop(latency);
        }
    }

    @Override
    public int dimensions() {
        return measured.dimensions();
    }

    @Override
    public String model() {
        return measured.model();
    }
}
