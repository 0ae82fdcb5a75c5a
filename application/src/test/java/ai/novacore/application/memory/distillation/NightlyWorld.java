package ai.novacore.application.memory.distillation;

import ai.novacore.application.axon.InMemoryBackbone;
import ai.novacore.application.memory.InMemoryDistillationRuns;
import ai.novacore.application.memory.InMemoryMemoryIndex;
import ai.novacore.application.memory.InMemoryMemoryRuns;
import ai.novacore.application.memory.InMemoryMemoryShelf;
import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.application.memory.readmodel.MemoryIndexProjection;
import ai.novacore.application.memory.readmodel.MemoryRunProjection;
import ai.novacore.application.memory.readmodel.MemoryShelfProjection;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.memory.Change;
import ai.novacore.domain.memory.Memory;
import ai.novacore.domain.memory.MemoryDecider;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Distillation over the real backbone, with all stores in memory and a clock that is set by hand. */
final class NightlyWorld implements AutoCloseable {
    static final Instant NIGHT = Instant.parse("2026-11-22T03:00:00Z");

    final InMemoryMemoryShelf shelf = new InMemoryMemoryShelf();
    final InMemoryMemoryIndex index = new InMemoryMemoryIndex();
    final InMemoryMemoryRuns changes = new InMemoryMemoryRuns();
    final InMemoryDistillationRuns runs = new InMemoryDistillationRuns();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final SteadyClock clock = new SteadyClock();
    private final Recorder recorder = new Recorder();
    private final InMemoryBackbone backbone = InMemoryBackbone.with(
            new MemoryShelfProjection(shelf),
            new MemoryIndexProjection(index, new WordEmbedder()),
            new MemoryRunProjection(changes),
            recorder);

    /** Stands still until it is set forward; first it is three at night. */
    static final class SteadyClock extends Clock {
        private volatile Instant now = NIGHT;

        void advance(Duration by) {
            now = now.plus(by);
        }

        /** Is as it was first. */
        void turnBack() {
            now = NIGHT;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    private static final class Recorder implements Projection {
        private final Queue<MemoryEvent> events = new ConcurrentLinkedQueue<>();

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public void project(DomainEvent event) {
            events.add((MemoryEvent) event);
        }
    }

    CommandDispatcher commands() {
        return backbone.commands();
    }

    ReadModels readModels() {
        return backbone.readModels();
    }

    DistillMemories distillation() {
        return distillation(commands(), runs);
    }

    DistillMemories distillation(CommandDispatcher dispatcher, DistillationRuns kept) {
        return new DistillMemories(
                new DistillMemories.Stores(shelf.census(), shelf, index, changes, kept),
                dispatcher,
                readModels(),
                Shelved.SETTINGS,
                new DistillationMetrics(meters),
                new IdGenerator(clock),
                clock);
    }

    UndoRun undoing() {
        return new UndoRun(changes, runs, commands(), readModels(), clock);
    }

    /** All that happened, once everybody has heard of it. */
    List<MemoryEvent> events() {
        if (!readModels().awaitLatest(Duration.ofMinutes(1))) {
            throw new IllegalStateException("the read models do not follow");
        }
        return List.copyOf(recorder.events);
    }

    /** Every memory as it stands; all runs are called the same, as each has an id of its own. */
    Map<MemoryId, Memory> memories() {
        MemoryDecider decider = new MemoryDecider();
        Map<MemoryId, Memory> memories = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        events().forEach(event ->
                memories.put(event.id(), decider.evolve(memories.getOrDefault(event.id(), decider.initial()), event)));
        memories.replaceAll((id, memory) -> withoutRuns(memory));
        return memories;
    }

    private static Memory withoutRuns(Memory memory) {
        return new Memory(
                memory.owner(),
                memory.status(),
                memory.content(),
                memory.supersededBy(),
                memory.storedIn(),
                memory.absorbed(),
                memory.recalledIn(),
                memory.changes().stream()
                        .map(change -> new Change(
                                change.kind(),
                                change.run() == null ? null : new RunId("run_any"),
                                change.tier(),
                                change.text(),
                                change.absorbed(),
                                change.evidence()))
                        .toList());
    }

    @Override
    public void close() {
        backbone.close();
    }
}
