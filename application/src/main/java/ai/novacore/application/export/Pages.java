package ai.novacore.application.export;

import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Goes through all pages of something, with one in memory at a time. The first is read at once. */
final class Pages<T> implements Iterator<T> {
    private final Function<PageRequest, Page<T>> source;
    private Iterator<T> items;
    private @Nullable Cursor next;

    private Pages(Function<PageRequest, Page<T>> source) {
        this.source = source;
        Page<T> first = source.apply(PageRequest.first(PageRequest.MAX_LIMIT));
        items = first.items().iterator();
        next = first.next();
    }

    static <T> Stream<T> stream(Function<PageRequest, Page<T>> source) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Pages<>(source), Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext() && next != null) {
            Page<T> page = source.apply(new PageRequest(next, PageRequest.MAX_LIMIT));
            items = page.items().iterator();
            next = page.next();
        }
        return items.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.next();
    }
}
