package ai.novacore.bench;

import ai.novacore.adapters.persistence.eventstore.PostgresEventStorageEngine;
import ai.novacore.application.axon.MaskingJson;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.support.history.TimeTravel;
import ai.novacore.application.support.port.in.HistoryQuery;
import ai.novacore.application.support.port.in.HistoryQuery.Kind;
import ai.novacore.application.support.port.in.HistoryQuery.Point;
import ai.novacore.application.support.port.in.HistoryQuery.Subject;
import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.domain.memory.MemoryCommand.ReviseMemory;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.JdbcTemplate;

/** Going back in the time of a memory that was brought back 100,000 times. */
final class Pasts implements Measurement {
    private static final int PART = 5_000;
    private static final int ROUNDS = 5;
    private static final UserId OWNER = new UserId("usr_bench");
    private static final MemoryId MEMORY = new MemoryId("mem_bench");
    private static final Subject SUBJECT = new Subject(Kind.MEMORY, MEMORY.value());
    private static final Instant START = Instant.parse("2026-03-14T12:00:00Z");
    private static final MetaData METADATA =
            MetaData.from(Map.of("correlationId", "bench", "actorKind", "SYSTEM", "actorId", "bench"));

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void measure(Installation installation, Options options, Report report) {
        int events = options.count(100_000, 2_000);
        JdbcTemplate database = new JdbcTemplate(installation.bareDatabase());
        PostgresEventStorageEngine engine = installation.bareBean(PostgresEventStorageEngine.class);
        HistoryQuery history =
                new TimeTravel(installation.bareBean(HistoryLog.class), new MaskingJson(installation.bareKeys()));
        for (int place = 0; place < events; place += PART) {
            engine.appendEvents(part(place, Math.min(PART, events - place)));
        }
        database.execute("analyze eventstore.event");
        long last = events - 1L;
        String many = String.format("%,d", events);

        add(
                report,
                "the state after event " + many + ", folded from the first",
                options,
                () -> history.state(SUBJECT, new Point.After(last), false));
        Instant middle = START.plusSeconds(events / 2);
        add(
                report,
                "the state at an instant in the middle",
                options,
                () -> history.state(SUBJECT, new Point.At(middle), false));
        add(report, "a page of 100 events at the end", options, () -> history.events(SUBJECT, last - 100, 100, false));
        add(
                report,
                "the difference that the last event made",
                options,
                () -> history.difference(SUBJECT, new Point.After(last - 1), new Point.After(last), false));

        snapshot(installation.bareCommands(), database, last);
        add(
                report,
                "the state after event " + many + " and one more, from a snapshot",
                options,
                () -> history.state(SUBJECT, new Point.Latest(), false));
    }

    private void add(Report report, String what, Options options, Runnable look) {
        List<Long> nanos = new ArrayList<>();
        look.run();
        for (int round = 0; round < options.count(ROUNDS, 1); round++) {
            long begun = System.nanoTime();
            look.run();
            nanos.add(System.nanoTime() - begun);
        }
        report.add(name(), what, Samples.millis(nanos).median(), "ms");
    }

    /** Two corrections: after the first the backbone keeps the state, and the second lies behind it. */
    private static void snapshot(CommandDispatcher commands, JdbcTemplate database, long last) {
        revise(commands, "Once more");
        long patience = System.nanoTime() + 60_000_000_000L;
        while (database.queryForList(
                        "select 1 from eventstore.snapshot where stream = ? and sequence > ?", MEMORY.value(), last)
                .isEmpty()) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("no snapshot was taken");
            }
            LockSupport.parkNanos(10_000_000);
        }
        revise(commands, "And again");
    }

    private static void revise(CommandDispatcher commands, String text) {
        commands.dispatch(new ReviseMemory(
                MEMORY, Actor.system("bench"), START.plusSeconds(1_000_000), OWNER, new PersonalText(text)));
    }

    private static List<DomainEventMessage<?>> part(int from, int count) {
        List<DomainEventMessage<?>> part = new ArrayList<>();
        for (int place = from; place < from + count; place++) {
            part.add(new GenericDomainEventMessage<>(
                    "memory",
                    MEMORY.value(),
                    place,
                    event(place),
                    METADATA,
                    UUID.randomUUID().toString(),
                    START));
        }
        return part;
    }

    /** Stored, and then brought back again and again, with a correction among a thousand. */
    private static MemoryEvent event(int place) {
        Instant at = START.plusSeconds(place);
        if (place == 0) {
            return new MemoryStored(
                    MEMORY,
                    at,
                    OWNER,
                    MemoryTier.ITM,
                    MemoryKind.FACT,
                    new PersonalText("What was said of tea. ".repeat(5)),
                    0.5,
                    List.of(),
                    at,
                    null,
                    null);
        }
        return place % 1_000 == 0
                ? new MemoryRevised(MEMORY, at, OWNER, new PersonalText("What was said of tea, part " + place))
                : new MemoryRecalled(MEMORY, at, OWNER, new TurnId("trn_" + place));
    }
}
