package ai.novacore.application.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list.
 *
 * @param after the last item of the page before; absent for the first page
 * @param limit how many items at the most, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(@Nullable Cursor after, int limit) {
    public static final int MAX_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be between 1 and " + MAX_LIMIT);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(null, limit);
    }
}
