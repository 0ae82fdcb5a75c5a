package ai.novacore.application.testing;

import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Cuts pages out of what in-memory adapters hold: newest first, greater ids first where times are equal. */
public final class Paging {
    private static final Comparator<Cursor> NEWEST_FIRST =
            Comparator.comparing(Cursor::at).thenComparing(Cursor::id).reversed();

    private Paging() {}

    public static <T> Page<T> page(Stream<T> items, Function<T, Cursor> place, PageRequest request) {
        Cursor after = request.after();
        List<T> found = items.filter(item -> after == null || NEWEST_FIRST.compare(place.apply(item), after) > 0)
                .sorted(Comparator.comparing(place, NEWEST_FIRST))
                .limit(request.limit() + 1L)
                .toList();
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<T> shown = found.subList(0, request.limit());
        return new Page<>(shown, place.apply(shown.getLast()));
    }
}
