package ai.novacore.adapters.web.input;

import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import java.io.IOException;
import java.util.function.Function;

/**
 * Goes through all pages of something, with one in memory at a time. The first page is read at once, before anything is
 * written, so that what fails then is told as a problem.
 */
public final class PageWalk<T> {
    private final Function<PageRequest, Page<T>> pages;
    private final Page<T> first;

    public PageWalk(Function<PageRequest, Page<T>> pages) {
        this.pages = pages;
        this.first = pages.apply(PageRequest.first(PageRequest.MAX_LIMIT));
    }

    /** Takes an item somewhere. */
    @FunctionalInterface
    public interface Sink<T> {
        void take(T item) throws IOException;
    }

    /** What is added in the meantime may be left out. */
    public void each(Sink<T> sink) throws IOException {
        Page<T> page = first;
        while (true) {
            for (T item : page.items()) {
                sink.take(item);
            }
            Cursor next = page.next();
            if (next == null) {
                return;
            }
            page = pages.apply(new PageRequest(next, PageRequest.MAX_LIMIT));
        }
    }
}
