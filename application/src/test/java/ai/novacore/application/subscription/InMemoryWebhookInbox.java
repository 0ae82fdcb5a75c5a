package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.WebhookInbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what Stripe sent for as long as the test runs. */
public final class InMemoryWebhookInbox implements WebhookInbox {
    private static final Comparator<Row> NEWEST_FIRST = Comparator.comparing((Row row) -> row.receivedAt)
            .thenComparing(row -> row.id)
            .reversed();
    private static final Comparator<Row> OLDEST_FIRST =
            Comparator.comparing((Row row) -> row.createdAt).thenComparing(row -> row.id);

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private static final class Row {
        final String id;
        final String type;
        final Instant createdAt;
        final Instant receivedAt;

        @Nullable String customer;

        @Nullable String payload;

        @Nullable String token;

        @Nullable String reason;

        @Nullable Instant endedAt;

        Status status;
        Instant dueAt;
        long attempts;

        Row(Entry entry, Status status, Instant now) {
            this.id = entry.id();
            this.type = entry.type();
            this.customer = entry.customer();
            this.createdAt = entry.createdAt();
            this.payload = entry.payload();
            this.status = status;
            this.receivedAt = now;
            this.dueAt = now;
            this.endedAt = status == Status.PENDING ? null : now;
        }

        Row(Row other) {
            this(other.entry(), other.status, other.receivedAt);
            token = other.token;
            reason = other.reason;
            endedAt = other.endedAt;
            dueAt = other.dueAt;
            attempts = other.attempts;
        }

        boolean due(Instant now) {
            return status == Status.PENDING && !dueAt.isAfter(now);
        }

        boolean taken(Instant now) {
            return status == Status.PENDING && token != null && dueAt.isAfter(now);
        }

        Entry entry() {
            return new Entry(id, type, customer, createdAt, payload);
        }

        Filed filed() {
            return new Filed(
                    id,
                    type,
                    customer,
                    status,
                    createdAt,
                    receivedAt,
                    status == Status.APPLIED ? endedAt : null,
                    attempts,
                    reason);
        }
    }

    @Override
    public synchronized boolean store(Entry entry, Status status, Instant now) {
        return rows.putIfAbsent(entry.id(), new Row(entry, status, now)) == null;
    }

    @Override
    public synchronized Optional<Claim> claim(Instant now, Instant until, int limit) {
        return rows.values().stream()
                .filter(row -> row.due(now) && !busy(row.customer, now))
                .min(Comparator.comparing(row -> row.dueAt))
                .map(longest -> take(longest, now, until, limit));
    }

    private boolean busy(@Nullable String customer, Instant now) {
        return customer != null
                && rows.values().stream().anyMatch(row -> customer.equals(row.customer) && row.taken(now));
    }

    private Claim take(Row longest, Instant now, Instant until, int limit) {
        String customer = longest.customer;
        List<Row> due = customer == null
                ? List.of(longest)
                : rows.values().stream()
                        .filter(row -> customer.equals(row.customer) && row.due(now))
                        .sorted(OLDEST_FIRST)
                        .toList();
        due.forEach(row -> row.token = null);
        List<Row> taken = due.subList(0, Math.min(limit, due.size()));
        String token = UUID.randomUUID().toString();
        taken.forEach(row -> {
            row.token = token;
            row.dueAt = until;
        });
        return new Claim(
                token,
                customer,
                taken.stream().map(Row::entry).toList(),
                taken.stream().mapToLong(row -> row.attempts).min().orElseThrow(),
                taken.stream()
                        .map(row -> row.receivedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    @Override
    public synchronized void finish(Claim claim, Status status, @Nullable String reason, Instant now) {
        List<Row> held = held(claim);
        if (held.size() < claim.entries().size()) {
            throw new ClaimLost();
        }
        for (Row row : held) {
            row.status = status;
            row.reason = reason;
            row.endedAt = now;
            row.token = null;
            row.attempts += status == Status.PARKED ? 1 : 0;
        }
    }

    @Override
    public synchronized void giveBack(Claim claim, String reason, Instant retryAt) {
        for (Row row : held(claim)) {
            row.dueAt = retryAt;
            row.reason = reason;
            row.token = null;
            row.attempts++;
        }
    }

    @Override
    public synchronized void address(Claim claim, String customer) {
        for (Row row : held(claim)) {
            row.customer = customer;
            row.dueAt = row.receivedAt;
            row.token = null;
        }
    }

    private List<Row> held(Claim claim) {
        return claim.entries().stream()
                .map(entry -> rows.get(entry.id()))
                .filter(Objects::nonNull)
                .filter(row -> row.status == Status.PENDING && claim.token().equals(row.token))
                .toList();
    }

    @Override
    public synchronized List<Filed> entries(@Nullable Status status, @Nullable String beforeId, int limit) {
        Row before = beforeId == null ? null : rows.get(beforeId);
        if (beforeId != null && before == null) {
            return List.of();
        }
        return rows.values().stream()
                .filter(row -> status == null || row.status == status)
                .filter(row -> before == null || NEWEST_FIRST.compare(row, before) > 0)
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .map(Row::filed)
                .toList();
    }

    @Override
    public synchronized boolean retry(String id, Instant now) {
        Row row = rows.get(id);
        if (row == null || (row.status != Status.PARKED && row.status != Status.IGNORED)) {
            return false;
        }
        row.status = Status.PENDING;
        row.attempts = 0;
        row.reason = null;
        row.endedAt = null;
        row.dueAt = now;
        return true;
    }

    @Override
    public synchronized long count(Status status) {
        return rows.values().stream().filter(row -> row.status == status).count();
    }

    @Override
    public synchronized Optional<Instant> oldestPending() {
        return rows.values().stream()
                .filter(row -> row.status == Status.PENDING)
                .map(row -> row.receivedAt)
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized void forget(String customer) {
        rows.values().stream().filter(row -> customer.equals(row.customer)).forEach(row -> row.payload = null);
    }

    @Override
    public synchronized int forgetBefore(Instant time) {
        List<Row> forgotten = rows.values().stream()
                .filter(row -> row.status != Status.PARKED && (row.payload != null || row.type.equals(ASKED)))
                .filter(row -> row.endedAt != null && row.endedAt.isBefore(time))
                .toList();
        forgotten.forEach(row -> row.payload = null);
        rows.values().removeIf(row -> row.type.equals(ASKED) && forgotten.contains(row));
        return forgotten.size();
    }

    /** What brings it back to how it is now. */
    public synchronized Runnable remember() {
        List<Row> before = rows.values().stream().map(Row::new).toList();
        return () -> {
            rows.clear();
            before.forEach(row -> rows.put(row.id, new Row(row)));
        };
    }
}
