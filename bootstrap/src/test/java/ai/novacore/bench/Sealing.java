package ai.novacore.bench;

import ai.novacore.adapters.persistence.eventstore.PostgresEventStorageEngine;
import ai.novacore.application.axon.DomainSerializer;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writing and reading events with a text of 500 characters, sealed under keys of 100 people and as it is. */
final class Sealing implements Measurement {
    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final int PEOPLE = 100;
    private static final int LENGTH_OF_STREAM = 20;
    private static final String PLAIN = "as it is";
    private static final String SEALED = "sealed";

    private final IdGenerator ids = new IdGenerator(Clock.systemUTC());

    @Override
    public String name() {
        return "sealing";
    }

    @Override
    public void measure(Installation installation, Options options, Report report) {
        Map<String, PostgresEventStorageEngine> engines = new LinkedHashMap<>();
        engines.put(PLAIN, engine(installation, new Open()));
        engines.put(SEALED, engine(installation, installation.bareKeys()));
        Map<String, String> streams = new LinkedHashMap<>();
        engines.forEach((kind, engine) -> streams.put(kind, stream(engine)));
        for (int clients : CLIENTS) {
            compare(options, report, "appending", clients, engines.keySet(), kind -> () -> append(engines.get(kind)));
            compare(
                    options,
                    report,
                    "loading " + LENGTH_OF_STREAM,
                    clients,
                    engines.keySet(),
                    kind -> () -> load(engines.get(kind), streams.get(kind)));
        }
    }

    private void compare(
            Options options,
            Report report,
            String what,
            int clients,
            Iterable<String> kinds,
            Function<String, Runnable> work) {
        List<String> order = new ArrayList<>();
        kinds.forEach(order::add);
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        List<Double> ratios = new ArrayList<>();
        order.forEach(kind -> run(clients, options.count(3_000, 200), () -> work.apply(kind)));
        for (int round = 0; round < options.count(7, 1); round++) {
            Map<String, Double> inRound = new LinkedHashMap<>();
            for (String kind : order) {
                inRound.put(kind, run(clients, options.count(700, 200), () -> work.apply(kind)));
            }
            inRound.forEach((kind, rate) ->
                    rates.computeIfAbsent(kind, k -> new ArrayList<>()).add(rate));
            ratios.add(inRound.get(SEALED) / inRound.get(PLAIN));
            Collections.rotate(order, 1);
        }
        String with = clients + (clients == 1 ? " client, " : " clients, ") + what;
        kinds.forEach(kind -> report.add(
                name(), with + ", " + kind, Samples.of(rates.get(kind)).median(), "/s"));
        report.add(name(), "  sealed as a share of as it is", Samples.of(ratios).median(), "");
    }

    private static double run(int clients, int millis, Supplier<Runnable> work) {
        return Clients.run(clients, Duration.ofMillis(millis), work).perSecond();
    }

    private static PostgresEventStorageEngine engine(Installation installation, PersonalKeys keys) {
        return new PostgresEventStorageEngine(
                new JdbcTemplate(installation.bareDatabase()), new DomainSerializer(keys), newest -> {});
    }

    private String stream(PostgresEventStorageEngine engine) {
        String stream = ids.next("mem_");
        for (int place = 0; place < LENGTH_OF_STREAM; place++) {
            engine.appendEvents(event(stream, place));
        }
        return stream;
    }

    private void append(PostgresEventStorageEngine engine) {
        engine.appendEvents(event(ids.next("mem_"), 0));
    }

    private static void load(PostgresEventStorageEngine engine, String stream) {
        long characters = engine.readEvents(stream)
                .asStream()
                .mapToLong(event ->
                        ((MemoryStored) event.getPayload()).text().value().length())
                .sum();
        if (characters < 500L * LENGTH_OF_STREAM) {
            throw new IllegalStateException("the texts were not read");
        }
    }

    private static GenericDomainEventMessage<MemoryStored> event(String stream, long place) {
        UserId owner = new UserId("usr_bench" + ThreadLocalRandom.current().nextInt(PEOPLE));
        return new GenericDomainEventMessage<>(
                "memory",
                stream,
                place,
                new MemoryStored(
                        new MemoryId(stream),
                        Instant.now(),
                        owner,
                        MemoryTier.STM,
                        MemoryKind.EXCHANGE,
                        new PersonalText("What was said of tea. ".repeat(23)),
                        0.3,
                        List.of(),
                        Instant.now(),
                        null,
                        null));
    }

    /** Hands texts back as they are: the same JSON, and no cipher. */
    private static final class Open implements PersonalKeys {
        @Override
        public String seal(UserId person, String text) {
            return text;
        }

        @Override
        public Optional<String> open(UserId person, String sealed) {
            return Optional.of(sealed);
        }

        @Override
        public void destroy(UserId person) {
            throw new UnsupportedOperationException();
        }
    }
}
