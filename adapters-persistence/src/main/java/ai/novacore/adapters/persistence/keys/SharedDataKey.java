package ai.novacore.adapters.persistence.keys;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The master key of an installation that was given a database and no key: it stands in that database, where all its nodes
 * find it. Not for production, where whoever has the database must not have the key.
 */
public final class SharedDataKey {
    private SharedDataKey() {}

    /** What stands in the database; generated when there is none yet. */
    public static MasterKeys findOrGenerate(JdbcClient jdbc) {
        jdbc.sql("insert into eventstore.local_data_key (key) values (:key) on conflict do nothing")
                .param("key", MasterKeys.generate())
                .update();
        return MasterKeys.parse(jdbc.sql("select key from eventstore.local_data_key")
                .query(String.class)
                .single());
    }
}
