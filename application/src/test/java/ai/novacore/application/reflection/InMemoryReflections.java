package ai.novacore.application.reflection;

import ai.novacore.application.reflection.port.out.ReflectionStore;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What reflection keeps, in memory. */
public final class InMemoryReflections implements ReflectionStore {
    private static final Comparator<Pending> IN_ORDER = Comparator.comparing(
                    (Pending pending) -> pending.owner().value())
            .thenComparing(pending -> pending.conversation().value());

    private record Row(
            Pending pending,
            @Nullable Instant settledTo,
            @Nullable Instant next,
            @Nullable String parked) {}

    private final Map<ConversationId, Row> rows = new HashMap<>();
    private @Nullable RunId run;
    private Instant until = Instant.MIN;

    @Override
    public synchronized void turnEnded(ConversationId conversation, UserId owner, Instant at) {
        Row row = rows.get(conversation);
        if (row == null) {
            rows.put(conversation, new Row(new Pending(conversation, owner, null, at, 0), null, null, null));
        } else if (row.pending.lastTurnAt().isBefore(at)) {
            rows.put(
                    conversation,
                    new Row(
                            new Pending(conversation, owner, row.pending.reflectedTo(), at, 0),
                            row.settledTo,
                            null,
                            null));
        }
    }

    @Override
    public synchronized void remove(ConversationId conversation) {
        rows.remove(conversation);
    }

    @Override
    public synchronized void removeAll(UserId owner) {
        rows.values().removeIf(row -> row.pending.owner().equals(owner));
    }

    @Override
    public synchronized List<Pending> due(Instant settledBefore, Instant now, @Nullable Pending after, int limit) {
        return open(
                row -> row.pending.lastTurnAt().isBefore(settledBefore)
                        && row.parked == null
                        && (row.next == null || !row.next.isAfter(now)),
                after,
                limit);
    }

    @Override
    public synchronized List<Pending> pending(@Nullable Pending after, int limit) {
        return open(row -> true, after, limit);
    }

    private List<Pending> open(Predicate<Row> which, @Nullable Pending after, int limit) {
        return rows.values().stream()
                .filter(row -> row.settledTo == null || row.pending.lastTurnAt().isAfter(row.settledTo))
                .filter(which)
                .map(Row::pending)
                .filter(pending -> after == null || IN_ORDER.compare(pending, after) > 0)
                .sorted(IN_ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean advance(ConversationId conversation, @Nullable TurnId from, TurnId to) {
        Row row = rows.get(conversation);
        if (row == null || !Objects.equals(row.pending.reflectedTo(), from)) {
            return false;
        }
        Pending is = row.pending;
        change(
                conversation,
                old -> new Row(
                        new Pending(conversation, is.owner(), to, is.lastTurnAt(), is.attempts()),
                        old.settledTo,
                        old.next,
                        old.parked));
        return true;
    }

    @Override
    public synchronized void settled(ConversationId conversation, Instant upTo) {
        change(conversation, row -> new Row(tried(row.pending, 0), upTo, null, null));
    }

    @Override
    public synchronized void retryAt(ConversationId conversation, Instant next) {
        change(
                conversation,
                row -> new Row(tried(row.pending, row.pending.attempts() + 1), row.settledTo, next, row.parked));
    }

    @Override
    public synchronized void park(ConversationId conversation, String reason) {
        change(conversation, row -> new Row(row.pending, row.settledTo, row.next, reason));
    }

    private static Pending tried(Pending pending, long attempts) {
        return new Pending(
                pending.conversation(), pending.owner(), pending.reflectedTo(), pending.lastTurnAt(), attempts);
    }

    private void change(ConversationId conversation, UnaryOperator<Row> change) {
        rows.computeIfPresent(conversation, (_, row) -> change.apply(row));
    }

    @Override
    public synchronized long parked() {
        return rows.values().stream().filter(row -> row.parked != null).count();
    }

    @Override
    public synchronized boolean begin(RunId newRun, Instant now, Instant newUntil) {
        if (run != null && until.isAfter(now)) {
            return false;
        }
        run = newRun;
        until = newUntil;
        return true;
    }

    @Override
    public synchronized boolean extend(RunId running, Instant newUntil) {
        if (!running.equals(run)) {
            return false;
        }
        until = newUntil;
        return true;
    }

    @Override
    public synchronized void end(RunId ended) {
        if (ended.equals(run)) {
            run = null;
        }
    }

    /** What brings everything back to how it is now. */
    synchronized Runnable remembering() {
        Map<ConversationId, Row> before = Map.copyOf(rows);
        return () -> {
            synchronized (this) {
                rows.clear();
                rows.putAll(before);
            }
        };
    }
}
