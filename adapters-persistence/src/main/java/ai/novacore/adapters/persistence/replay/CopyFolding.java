package ai.novacore.adapters.persistence.replay;

import ai.novacore.adapters.persistence.SearchPath;
import ai.novacore.adapters.persistence.eventstore.LogPosition;
import ai.novacore.adapters.persistence.eventstore.LogReader;
import ai.novacore.adapters.persistence.eventstore.LogReader.Logged;
import ai.novacore.application.backbone.port.out.ReadModelCopies.UnfitEventException;
import ai.novacore.application.shared.Projection;
import ai.novacore.domain.shared.DomainEvent;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a projection fold the log into a copy: the very code that keeps the read model, in transactions in which its tables
 * are found in the schema of the copy. They are short, because nothing newer in the log is shown to anybody as long as one
 * is open, and nothing waits for the disk, because what is lost is built again.
 */
final class CopyFolding {
    private static final int STRETCH = 500;
    private static final long LONGEST_NANOS = Duration.ofMillis(100).toNanos();

    private final Projection projection;
    private final String schema;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LogReader log;
    private LogPosition reached = LogPosition.START;
    private long done;
    private List<Logged> ahead = List.of();

    CopyFolding(Projection projection, String schema, JdbcClient jdbc, TransactionTemplate transaction, LogReader log) {
        this.projection = projection;
        this.schema = schema;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.log = log;
    }

    /** How many events were passed. */
    long done() {
        return done;
    }

    /** Whether everything up to a place is in the copy. */
    boolean hasReached(LogPosition place) {
        return reached.compareTo(place) >= 0;
    }

    /** Folds some of what comes next, no further than a place that the log has. */
    void foldTowards(LogPosition place) {
        if (ahead.isEmpty()) {
            ahead = log.after(reached, STRETCH);
        }
        List<Logged> due = ahead.stream()
                .filter(event -> event.place().compareTo(place) <= 0)
                .toList();
        if (due.isEmpty()) {
            reached = place;
            return;
        }
        int folded;
        try {
            folded = fold(due);
        } catch (RuntimeException e) {
            folded = foldAlone(due.getFirst());
        }
        reached = due.get(folded - 1).place();
        done += folded;
        ahead = ahead.subList(folded, ahead.size());
    }

    private int fold(List<Logged> events) {
        Integer folded = transaction.execute(running -> {
            enterCopy();
            long began = System.nanoTime();
            int count = 0;
            while (count < events.size() && System.nanoTime() - began < LONGEST_NANOS) {
                project(events.get(count++));
            }
            return count;
        });
        return folded == null ? 0 : folded;
    }

    /** What failed among others is tried by itself, so that it is known which it was. */
    private int foldAlone(Logged event) {
        try {
            return fold(List.of(event));
        } catch (RuntimeException e) {
            throw new UnfitEventException(
                    "the event %s at position %d (%s) cannot be folded: %s"
                            .formatted(
                                    event.eventId(),
                                    event.place().offset(),
                                    event.type().getSimpleName(),
                                    sortOf(e)),
                    e);
        }
    }

    private void enterCopy() {
        jdbc.sql("set local search_path = %s, %s, public".formatted(schema, SearchPath.READ_MODELS))
                .update();
        jdbc.sql("set local synchronous_commit = off").update();
    }

    private void project(Logged event) {
        if (DomainEvent.class.isAssignableFrom(event.type()) && projection.concerns(event.type())) {
            projection.project(event.content().get());
        }
    }

    /** What sort of failure it was and where; not its message, which may quote what the event says. */
    private static String sortOf(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
