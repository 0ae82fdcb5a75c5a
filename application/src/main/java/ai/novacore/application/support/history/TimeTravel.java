package ai.novacore.application.support.history;

import ai.novacore.application.support.history.Differences.Tree;
import ai.novacore.application.support.history.Folding.Run;
import ai.novacore.application.support.port.in.HistoryQuery;
import ai.novacore.application.support.port.out.HistoryJson;
import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.application.support.port.out.HistoryLog.Entry;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.DomainRejection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes back in time, part by part: however long a stream is, no more than a part of it is in memory. Starts from a state
 * that was kept, where there is one before the point that is asked for.
 */
public final class TimeTravel implements HistoryQuery {
    private static final int PART = 500;

    private final HistoryLog log;
    private final HistoryJson json;

    public TimeTravel(HistoryLog log, HistoryJson json) {
        this.log = log;
        this.json = json;
    }

    /** A state with its place, not yet written. */
    private record Reached(long sequence, @Nullable Instant at, long passedOver, Object state) {}

    @Override
    public List<Happened> events(Subject subject, long after, int limit, boolean unmasked) {
        last(subject);
        return log.stream(subject.id(), after + 1, limit).stream()
                .map(entry -> happened(entry, unmasked))
                .toList();
    }

    @Override
    public StateThen state(Subject subject, Point point, boolean unmasked) {
        return shown(reach(subject, point, null), unmasked);
    }

    @Override
    public Difference difference(Subject subject, Point from, Point to, boolean unmasked) {
        Reached before = reach(subject, from, null);
        Reached after = reach(subject, to, before);
        StateThen shownBefore = shown(before, unmasked);
        StateThen shownAfter = shown(after, unmasked);
        List<Change> changes = Differences.between(
                new Tree(json.state(before.state(), true), shownBefore.state()),
                new Tree(json.state(after.state(), true), shownAfter.state()));
        long between = Math.clamp(after.sequence() - before.sequence(), 0, MOST_EVENTS);
        List<Happened> events =
                between == 0 ? List.of() : events(subject, before.sequence(), Math.toIntExact(between), unmasked);
        return new Difference(shownBefore, shownAfter, changes, events);
    }

    private long last(Subject subject) {
        return Optional.of(subject)
                .filter(named -> Folding.of(named.kind()).names(named.id()))
                .flatMap(named -> log.lastSequence(named.id()))
                .orElseThrow(DomainRejection::notFound);
    }

    /** @param known a point that was reached already, to go on from where that is shorter */
    private Reached reach(Subject subject, Point point, @Nullable Reached known) {
        long last = last(subject);
        long target = switch (point) {
            case Point.After(long sequence) -> sequence;
            case Point.At(Instant instant) -> log.lastSequenceAt(subject.id(), instant);
            case Point.Latest() -> last;
        };
        if (target < BEFORE_ALL || target > last) {
            throw DomainRejection.notFound();
        }
        return foldTo(target, subject, known);
    }

    private Reached foldTo(long target, Subject subject, @Nullable Reached known) {
        Reached start = Stream.of(Optional.ofNullable(known), kept(subject))
                .flatMap(Optional::stream)
                .filter(reached -> reached.sequence() < target)
                .max(Comparator.comparingLong(Reached::sequence))
                .orElseGet(() -> beginning(subject));
        Run<?, ?> run = Folding.of(subject.kind()).from(start.state(), start.passedOver());
        Instant at = start.at();
        long next = start.sequence() + 1;
        while (next <= target) {
            List<Entry> part = log.stream(subject.id(), next, Math.toIntExact(Math.min(PART, target - next + 1)));
            if (part.isEmpty()) {
                throw new IllegalStateException("a stream has a hole");
            }
            for (Entry entry : part) {
                run.take(entry.event());
                at = entry.at();
            }
            next = part.getLast().sequence() + 1;
        }
        return new Reached(target, at, run.passedOver(), run.state());
    }

    private Optional<Reached> kept(Subject subject) {
        return log.kept(subject.id()).map(kept -> new Reached(kept.sequence(), null, 0, kept.state()));
    }

    private static Reached beginning(Subject subject) {
        return new Reached(BEFORE_ALL, null, 0, Folding.of(subject.kind()).beginning());
    }

    private StateThen shown(Reached reached, boolean unmasked) {
        return new StateThen(
                reached.sequence(), reached.at(), reached.passedOver(), json.state(reached.state(), unmasked));
    }

    private Happened happened(Entry entry, boolean unmasked) {
        DomainEvent event = entry.event();
        return new Happened(
                entry.sequence(),
                entry.eventId(),
                entry.type(),
                entry.at(),
                entry.recordedAt(),
                entry.correlationId(),
                entry.causationId(),
                entry.actor(),
                event != null,
                event == null ? json.stored(entry.stored(), unmasked) : json.event(event, unmasked));
    }
}
