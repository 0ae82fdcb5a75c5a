package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One page of a list, newest first, by Stripe's cursors. */
final class Listing {
    private static final long MOST = 100;
    private static final long USUAL = 10;

    private Listing() {}

    static JsonObject page(Stream<JsonObject> newestFirst, Call call) {
        Params params = call.params();
        List<JsonObject> all = newestFirst.filter(created(params)).toList();
        long limit = params.number("limit").orElse(USUAL);
        if (limit < 1 || limit > MOST) {
            throw ApiError.invalid("Limit must be between 1 and 100.", "limit");
        }
        int start = params.get("starting_after").map(id -> after(all, id)).orElse(0);
        int end = (int) Math.min(all.size(), start + limit);
        Optional<String> before = params.get("ending_before");
        if (before.isPresent()) {
            end = after(all, before.get()) - 1;
            start = (int) Math.max(0, end - limit);
            return list(all, start, end, start > 0, call);
        }
        return list(all, start, end, end < all.size(), call);
    }

    private static JsonObject list(List<JsonObject> all, int start, int end, boolean more, Call call) {
        return Shapes.list(all.subList(start, end).stream().map(Fields::shown).toList(), more, call.path());
    }

    private static int after(List<JsonObject> all, String id) {
        for (int at = 0; at < all.size(); at++) {
            if (Fields.is(all.get(at), "id", id)) {
                return at + 1;
            }
        }
        throw ApiError.missing("object", id, "starting_after");
    }

    private static Predicate<JsonObject> created(Params params) {
        LongPredicate fits = time -> true;
        fits = both(fits, params.number("created"), (time, bound) -> time == bound);
        fits = both(fits, params.number("created[gt]"), (time, bound) -> time > bound);
        fits = both(fits, params.number("created[gte]"), (time, bound) -> time >= bound);
        fits = both(fits, params.number("created[lt]"), (time, bound) -> time < bound);
        fits = both(fits, params.number("created[lte]"), (time, bound) -> time <= bound);
        LongPredicate all = fits;
        return object -> all.test(Fields.number(object, "created"));
    }

    private interface Comparison {
        boolean holds(long time, long bound);
    }

    private static LongPredicate both(LongPredicate one, Optional<Long> bound, Comparison comparison) {
        return bound.<LongPredicate>map(limit -> time -> one.test(time) && comparison.holds(time, limit))
                .orElse(one);
    }
}
