package ai.novacore.application.backbone;

import ai.novacore.application.backbone.port.out.Replay;
import ai.novacore.application.backbone.port.out.Replay.Status;
import ai.novacore.application.backbone.port.out.ReplayStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Replays in a list, oldest first. */
public final class InMemoryReplays implements ReplayStore {
    private static final Comparator<Replay> OLDEST_FIRST =
            Comparator.comparing(Replay::askedAt).thenComparing(Replay::id);

    private final List<Replay> replays = new ArrayList<>();

    @Override
    public synchronized boolean add(Replay replay) {
        boolean running = replays.stream()
                .anyMatch(one -> one.processor().equals(replay.processor())
                        && !one.status().isOver());
        if (!running) {
            replays.add(replay);
            replays.sort(OLDEST_FIRST);
        }
        return !running;
    }

    @Override
    public synchronized Optional<Replay> find(String id) {
        return replays.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public synchronized List<Replay> list(String processor, int limit) {
        return replays.reversed().stream()
                .filter(one -> one.processor().equals(processor))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Replay> latest() {
        return replays.stream()
                .map(Replay::processor)
                .distinct()
                .map(processor -> list(processor, 1).getFirst())
                .toList();
    }

    @Override
    public synchronized Optional<Replay> take(String node, Instant now) {
        Optional<Replay> oldest =
                replays.stream().filter(one -> !one.status().isOver()).findFirst();
        oldest.ifPresent(found -> change(
                one -> one.id().equals(found.id()),
                one -> new Replay(
                        one.id(),
                        one.processor(),
                        one.swapWhenDifferent(),
                        one.askedBy(),
                        one.askedAt(),
                        Status.BUILDING,
                        node,
                        one.attempt() + 1,
                        0,
                        one.eventsTotal(),
                        one.startedAt() == null ? now : one.startedAt(),
                        null,
                        List.of(),
                        null,
                        null)));
        return oldest.flatMap(found -> find(found.id()));
    }

    @Override
    public synchronized boolean progress(Replay attempt, Status status, long eventsDone, long eventsTotal) {
        return change(
                isRunning(attempt),
                one -> new Replay(
                        one.id(),
                        one.processor(),
                        one.swapWhenDifferent(),
                        one.askedBy(),
                        one.askedAt(),
                        status,
                        one.node(),
                        one.attempt(),
                        eventsDone,
                        eventsTotal,
                        one.startedAt(),
                        null,
                        List.of(),
                        null,
                        null));
    }

    @Override
    public synchronized boolean end(Replay attempt, Ending ending) {
        return change(isRunning(attempt), one -> ended(one, ending));
    }

    @Override
    public synchronized boolean cancel(String id, Instant now) {
        return change(
                one -> one.id().equals(id) && !one.status().isOver(),
                one -> ended(one, new Ending(Status.CANCELLED, now, List.of(), null, null)));
    }

    private static Predicate<Replay> isRunning(Replay attempt) {
        return one -> one.id().equals(attempt.id())
                && one.attempt() == attempt.attempt()
                && !one.status().isOver();
    }

    private static Replay ended(Replay one, Ending ending) {
        return new Replay(
                one.id(),
                one.processor(),
                one.swapWhenDifferent(),
                one.askedBy(),
                one.askedAt(),
                ending.status(),
                one.node(),
                one.attempt(),
                one.eventsDone(),
                one.eventsTotal(),
                one.startedAt(),
                ending.at(),
                ending.differences(),
                ending.readersWaitedMillis(),
                ending.failure());
    }

    private boolean change(Predicate<Replay> which, UnaryOperator<Replay> change) {
        boolean any = replays.stream().anyMatch(which);
        replays.replaceAll(one -> which.test(one) ? change.apply(one) : one);
        return any;
    }
}
