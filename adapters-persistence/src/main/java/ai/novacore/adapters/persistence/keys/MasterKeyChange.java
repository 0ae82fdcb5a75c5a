package ai.novacore.adapters.persistence.keys;

import ai.novacore.adapters.persistence.keys.WrappedKeys.Wrapped;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees to it at every start that the master keys fit the database, and that all keys are wrapped by the first of them. */
public final class MasterKeyChange {
    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyChange.class);
    private static final int AT_ONCE = 500;

    private static final String NEXT = """
            select person, wrapped_key, wrapped_by from eventstore.personal_key
            where wrapped_by <> :current order by person limit :limit""";

    private static final String REPLACE = """
            update eventstore.personal_key set wrapped_key = :key, wrapped_by = :by
            where person = :person and wrapped_by = :before""";

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final WrappedKeys wrapped;

    private record Row(UserId person, Wrapped key) {}

    MasterKeyChange(JdbcClient jdbc, MasterKeys masters) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.wrapped = new WrappedKeys(masters);
    }

    /**
     * Idempotent, and harmless when several nodes do it at once.
     *
     * @throws WrongMasterKeyException when a key is wrapped by none of the master keys; nothing was changed
     */
    public void apply() {
        refuseUnknown();
        int changed = 0;
        for (List<Row> rows = next(); !rows.isEmpty(); rows = next()) {
            rows.forEach(this::replace);
            changed += rows.size();
        }
        if (changed > 0) {
            LOG.info("{} keys of people are wrapped by the new data key now; the old one can go", changed);
        }
    }

    private void refuseUnknown() {
        jdbc.sql("select distinct wrapped_by from eventstore.personal_key where wrapped_by is not null")
                .query(String.class)
                .list()
                .forEach(masters::unwrapping);
    }

    private List<Row> next() {
        return jdbc.sql(NEXT)
                .param("current", masters.current())
                .param("limit", AT_ONCE)
                .query((row, n) -> new Row(
                        new UserId(row.getString("person")),
                        new Wrapped(row.getString("wrapped_key"), row.getString("wrapped_by"))))
                .list();
    }

    private void replace(Row row) {
        Wrapped anew = wrapped.wrapAnew(row.key(), row.person());
        jdbc.sql(REPLACE)
                .param("key", anew.key())
                .param("by", anew.master())
                .param("person", row.person().value())
                .param("before", row.key().master())
                .update();
    }
}
