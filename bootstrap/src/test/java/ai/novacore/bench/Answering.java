package ai.novacore.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A product that answers a few members at once, and what that costs of the processor.
 *
 * @param name what is special about it
 */
record Answering(String name, ProductProcess product, List<Visitor> visitors) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Answering of(String name, ProductProcess product, int clients) {
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            visitors.add(Visitor.register(product.port(), name + i + "@example.org"));
        }
        return new Answering(name, product, List.copyOf(visitors));
    }

    /** Milliseconds of the processor for an answer, with all that follows it; the metrics are fetched once. */
    double round(int questions) throws IOException {
        visitors.forEach(Visitor::logIn);
        Processor processor = product.processor();
        processor.awaitRest();
        long before = processor.used().toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Visitor visitor : visitors) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < questions / visitors.size(); i++) {
                        visitor.ask("What did I say about the boat?");
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            fetchMetrics();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no answer", e.getCause());
        }
        processor.awaitRest();
        return (processor.used().toNanos() - before) / NANOS_PER_MILLI / questions;
    }

    /** Where there are none, that is said as soon. */
    private void fetchMetrics() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + product.managementPort() + "/metrics"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
