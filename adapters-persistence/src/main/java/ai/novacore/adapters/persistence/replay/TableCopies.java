package ai.novacore.adapters.persistence.replay;

import ai.novacore.adapters.persistence.SearchPath;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes empty copies of all derived tables in a schema of their own, so that a projection that runs there cannot write into
 * any table that is read. A copy has everything that its original has, under the same names, because it may take its place
 * for good: later migrations must find what they expect.
 */
final class TableCopies {
    private static final String PREFIX = "replay_";
    private static final int LONGEST_NAME = 63;

    /** What {@code like} leaves out, or gives names of its own; each row is a statement. */
    private static final String FURTHER_PROPERTIES = """
            with original as (
                select c.oid, c.relname, c.reloptions, c.relacl, c.relowner
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = :from and c.relname = :table
            )
            select statement from (
                select 1 as step, con.conname as name,
                    format('alter table %I.%I add constraint %I %s', :to, relname, con.conname,
                        pg_get_constraintdef(con.oid)) as statement
                from original join pg_constraint con on con.conrelid = original.oid
                where con.contype in ('p', 'u', 'x', 'c')
                union all
                select 2, i.relname,
                    regexp_replace(pg_get_indexdef(i.oid), ' ON (ONLY )?\\S+ USING ',
                        format(' ON %I.%I USING ', :to, original.relname))
                from original join pg_index on indrelid = original.oid join pg_class i on i.oid = indexrelid
                where not exists (select from pg_constraint con where con.conindid = i.oid)
                union all
                select 3, attname,
                    format('alter table %I.%I alter column %I set statistics %s', :to, relname, attname, attstattarget)
                from original join pg_attribute on attrelid = original.oid
                where attnum > 0 and not attisdropped and attstattarget >= 0
                union all
                select 4, option, format('alter table %I.%I set (%s)', :to, relname, option)
                from original, unnest(reloptions) option
                union all
                select 5, privilege_type,
                    format('grant %s on %I.%I to %s', privilege_type, :to, relname,
                        case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end)
                from original, aclexplode(relacl)
                where grantee <> relowner
            ) properties
            order by step, name""";

    private final JdbcClient jdbc;

    TableCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The schema of a copy. */
    static String schema(String name) {
        String schema = PREFIX + name.toLowerCase(java.util.Locale.ROOT);
        if (schema.length() > LONGEST_NAME || !schema.matches("[a-z0-9_]+")) {
            throw new IllegalArgumentException("not a name for a copy");
        }
        return schema;
    }

    /** Makes them, in the caller's transaction. */
    void make(String schema) {
        run("create schema " + schema);
        for (String table : jdbc.sql("select table_name from readmodel.derived_table")
                .query((row, number) -> row.getString(1))
                .list()) {
            run("create table %s.\"%s\" (like %s.\"%s\" including all excluding indexes excluding constraints"
                            .formatted(schema, table, SearchPath.READ_MODELS, table)
                    + " excluding statistics)");
            statements(schema, table).forEach(this::run);
        }
    }

    private List<String> statements(String schema, String table) {
        return jdbc.sql(FURTHER_PROPERTIES)
                .param("from", SearchPath.READ_MODELS)
                .param("to", schema)
                .param("table", table)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Removes a copy, if it is there. */
    void drop(String schema) {
        run("drop schema if exists " + schema + " cascade");
    }

    /** Removes all that were left behind. */
    void dropAll() {
        jdbc.sql("select nspname from pg_namespace where starts_with(nspname, :prefix)")
                .param("prefix", PREFIX)
                .query((row, number) -> row.getString(1))
                .list()
                .forEach(schema -> drop("\"" + schema + "\""));
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
