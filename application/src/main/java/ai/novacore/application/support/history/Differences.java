package ai.novacore.application.support.history;

import ai.novacore.application.support.port.in.HistoryQuery.Change;
import ai.novacore.application.support.port.in.HistoryQuery.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two trees field by field. What is compared is the truth; what is shown is a second pair of trees of the same
 * shape, which may be masked: so a text that was changed shows as changed even where both look the same.
 */
final class Differences {
    private final List<Change> changes = new ArrayList<>();

    private Differences() {}

    /**
     * A tree and how it is shown.
     *
     * @param shown of the same shape
     */
    record Tree(@Nullable Object truth, @Nullable Object shown) {

        @Nullable Tree at(Object key) {
            return switch (truth) {
                case Map<?, ?> fields
                when fields.containsKey(key) ->
                    new Tree(fields.get(key), shown instanceof Map<?, ?> masked ? masked.get(key) : null);
                case List<?> items
                when key instanceof Integer index && index < items.size() ->
                    new Tree(items.get(index), shown instanceof List<?> masked ? masked.get(index) : null);
                case null, default -> null;
            };
        }
    }

    static List<Change> between(Tree before, Tree after) {
        Differences differences = new Differences();
        differences.compare("", before, after);
        return differences.changes;
    }

    private void compare(String path, @Nullable Tree before, @Nullable Tree after) {
        if (before == null || after == null) {
            Operation operation = before == null ? Operation.ADD : Operation.REMOVE;
            changes.add(new Change(
                    operation, path, before == null ? null : before.shown(), after == null ? null : after.shown()));
        } else if (!Objects.equals(before.truth(), after.truth())) {
            Set<Object> keys = keys(before.truth(), after.truth());
            if (keys.isEmpty()) {
                changes.add(new Change(Operation.REPLACE, path, before.shown(), after.shown()));
            } else {
                keys.forEach(key -> compare(path + "/" + escaped(key), before.at(key), after.at(key)));
            }
        }
    }

    /** The fields or places of two that can be compared one by one; none of two that can't. */
    private static Set<Object> keys(@Nullable Object before, @Nullable Object after) {
        Set<Object> keys = new LinkedHashSet<>();
        if (before instanceof Map<?, ?> was && after instanceof Map<?, ?> is) {
            keys.addAll(was.keySet());
            keys.addAll(is.keySet());
        } else if (before instanceof List<?> was && after instanceof List<?> is) {
            for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
                keys.add(i);
            }
        }
        return keys;
    }

    private static String escaped(Object key) {
        return key.toString().replace("~", "~0").replace("/", "~1");
    }
}
