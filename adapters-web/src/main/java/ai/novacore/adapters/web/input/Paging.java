package ai.novacore.adapters.web.input;

import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which page of a list is wanted, and names the next. Cursors are opaque to clients. */
public final class Paging {
    /** How many items a page has when the request does not say. */
    public static final String DEFAULT_LIMIT = "20";

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\.(\\d{1,9})\\.([0-9A-Za-z_]{1,80})");
    private static final int LONGEST = 200;

    private Paging() {}

    /** The page after {@code cursor}, or the first. */
    public static PageRequest request(@Nullable String cursor, int limit) {
        return new PageRequest(cursor == null || cursor.isEmpty() ? null : decode(cursor), limit(limit));
    }

    public static int limit(int limit) {
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw Refused.field("limit", "must be between 1 and " + PageRequest.MAX_LIMIT);
        }
        return limit;
    }

    /** How a client names the next page; nothing when there is none. */
    public static @Nullable String encode(@Nullable Cursor next) {
        if (next == null) {
            return null;
        }
        Instant at = next.at();
        String text = at.getEpochSecond() + "." + at.getNano() + "." + next.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Cursor decode(String cursor) {
        if (cursor.length() > LONGEST) {
            throw unknown();
        }
        try {
            Matcher parts = FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (!parts.matches()) {
                throw unknown();
            }
            Instant at = Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
            return new Cursor(Moments.checked("cursor", at), parts.group(3));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.field("cursor", "is not a cursor of this list");
    }
}
