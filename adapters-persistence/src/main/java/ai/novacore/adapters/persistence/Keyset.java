package ai.novacore.adapters.persistence;

import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Limit;

/**
 * A page's beginning as values to compare rows with, {@code (time, id) < (at, id)}, newest first. Unlike an offset it
 * neither slows down on later pages nor slips when rows are added in front.
 */
public record Keyset(Instant at, String id, int size) {
    /** Later than any row and yet a time of PostgreSQL's. */
    public static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    /** Earlier than any row. */
    public static final Instant BEGINNING_OF_TIME = Instant.EPOCH;

    public static Keyset of(PageRequest page) {
        Cursor after = page.after();
        return after == null
                ? new Keyset(END_OF_TIME, "", page.limit())
                : new Keyset(within(after.at()), after.id(), page.limit());
    }

    /** A time from outside, brought to where rows can be: PostgreSQL knows fewer times than Java does. */
    public static Instant within(Instant time) {
        if (time.isBefore(BEGINNING_OF_TIME)) {
            return BEGINNING_OF_TIME;
        }
        return time.isAfter(END_OF_TIME) ? END_OF_TIME : Columns.time(time);
    }

    /** One row more than the page shows: it tells whether there is a next page. */
    public Limit limit() {
        return Limit.of(size + 1);
    }

    /** The page out of the rows that {@link #limit()} let through. */
    public <R, T> Page<T> page(List<R> rows, Function<R, T> item, Function<R, Cursor> place) {
        if (rows.size() <= size) {
            return new Page<>(rows.stream().map(item).toList(), null);
        }
        List<R> shown = rows.subList(0, size);
        return new Page<>(shown.stream().map(item).toList(), place.apply(shown.getLast()));
    }
}
