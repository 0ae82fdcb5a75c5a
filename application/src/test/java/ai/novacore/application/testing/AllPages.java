package ai.novacore.application.testing;

import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the pages of a list over, to its end. */
public final class AllPages {
    private AllPages() {}

    /** The items of each page. */
    public static <T> List<List<T>> of(Function<PageRequest, Page<T>> list, int limit) {
        List<List<T>> pages = new ArrayList<>();
        @Nullable Cursor after = null;
        do {
            Page<T> page = list.apply(new PageRequest(after, limit));
            pages.add(page.items());
            after = page.next();
        } while (after != null);
        return pages;
    }
}
