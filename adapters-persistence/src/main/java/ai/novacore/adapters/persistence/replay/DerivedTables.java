package ai.novacore.adapters.persistence.replay;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which derived tables each projection writes. A table belongs to one projection. */
final class DerivedTables {

    /**
     * A derived table.
     *
     * @param notCompared the columns that may rightly say something else in a copy
     */
    record Derived(String name, Set<String> notCompared) {}

    /**
     * Of the memory index, the numbers by which nodes notice changes begin anew; vectors are taken over where text and
     * model are the same, and come from different machines otherwise.
     */
    private static final Map<String, List<Derived>> OF_PROJECTIONS = Map.of(
            "accounts", tables("account"),
            "quota-usage", tables("quota_usage", "quota_reservation", "quota_warning"),
            "usage-ledger", tables("usage_ledger"),
            "conversation-threads", tables("conversation", "conversation_turn", "conversation_words"),
            "memory-shelf", tables("memory_shelf"),
            "memory-index",
                    List.of(
                            new Derived("memory_index", Set.of("position", "version", "vector")),
                            new Derived("memory_index_state", Set.of("epoch", "version"))),
            "memory-runs", tables("memory_run", "memory_run_change"),
            "subscriptions", tables("subscription"));

    private DerivedTables() {}

    private static List<Derived> tables(String... names) {
        return List.of(names).stream().map(name -> new Derived(name, Set.of())).toList();
    }

    static Set<String> projections() {
        return OF_PROJECTIONS.keySet();
    }

    static List<Derived> of(String projection) {
        List<Derived> tables = OF_PROJECTIONS.get(projection);
        if (tables == null) {
            throw new IllegalStateException(projection + " has no tables");
        }
        return tables;
    }
}
