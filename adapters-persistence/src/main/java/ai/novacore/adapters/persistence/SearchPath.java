package ai.novacore.adapters.persistence;

/**
 * How connections find the read models. The adapters name these tables without their schema, so that a replay can give
 * the same code copies of them. See docs/adr/0018.
 */
public final class SearchPath {
    /** The schema of the tables that are derived from events. */
    public static final String READ_MODELS = "readmodel";

    /** What every connection of the product's pool runs first. */
    public static final String SET_UP = "set search_path = " + READ_MODELS + ", public";

    private SearchPath() {}
}
