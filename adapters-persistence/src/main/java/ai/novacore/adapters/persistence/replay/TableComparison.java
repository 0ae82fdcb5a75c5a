package ai.novacore.adapters.persistence.replay;

import ai.novacore.adapters.persistence.SearchPath;
import ai.novacore.adapters.persistence.replay.DerivedTables.Derived;
import ai.novacore.application.backbone.port.out.Replay.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares tables with their copies: first how many rows there are and the sum of their hashes, in whatever order they
 * come, and only where that differs row by row.
 */
final class TableComparison {
    private final JdbcClient jdbc;

    TableComparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the caller's transaction, which must have seen to it that nobody writes. */
    List<Difference> differences(List<Derived> tables, String schema) {
        List<Difference> found = new ArrayList<>();
        for (Derived table : tables) {
            List<String> columns = columns(table);
            if (!digest(SearchPath.READ_MODELS, table, columns).equals(digest(schema, table, columns))) {
                found.add(difference(table, schema, columns));
            }
        }
        return found;
    }

    private List<String> columns(Derived table) {
        return jdbc
                .sql("""
                        select quote_ident(column_name), column_name from information_schema.columns
                        where table_schema = :schema and table_name = :table order by ordinal_position""")
                .param("schema", SearchPath.READ_MODELS)
                .param("table", table.name())
                .query((row, number) -> table.notCompared().contains(row.getString(2))
                        ? Optional.<String>empty()
                        : Optional.of(row.getString(1)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private String digest(String schema, Derived table, List<String> columns) {
        return jdbc.sql("""
                select count(*) || ' ' || coalesce(sum(hashtextextended(row(%s)::text, 0)::numeric), 0)
                from %s."%s\"""".formatted(String.join(", ", columns), schema, table.name()))
                .query(String.class)
                .single();
    }

    private Difference difference(Derived table, String schema, List<String> columns) {
        List<String> key = key(table);
        String sql = """
                with compared as (
                    select case when shown.%2$s is null then 'missing'
                                when fresh.%2$s is null then 'surplus'
                                when row(%3$s) is distinct from row(%4$s) then 'changed' end as kind,
                           concat_ws(' ', %5$s) as key
                    from %6$s."%8$s" shown full join %7$s."%8$s" fresh using (%1$s)
                ), differing as (select * from compared where kind is not null)
                select count(*) filter (where kind = 'missing') as missing,
                       count(*) filter (where kind = 'surplus') as surplus,
                       count(*) filter (where kind = 'changed') as changed,
                       array(select key from differing order by key limit %9$d) as keys
                from differing""".formatted(
                        String.join(", ", key),
                        key.getFirst(),
                        of("shown", columns),
                        of("fresh", columns),
                        String.join(", ", key),
                        SearchPath.READ_MODELS,
                        schema,
                        table.name(),
                        Difference.MOST_KEYS);
        return jdbc.sql(sql)
                .query((row, number) -> new Difference(
                        table.name(),
                        row.getLong("missing"),
                        row.getLong("surplus"),
                        row.getLong("changed"),
                        List.of((String[]) row.getArray("keys").getArray())))
                .single();
    }

    private static String of(String table, List<String> columns) {
        return columns.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }

    private List<String> key(Derived table) {
        return jdbc.sql("""
                select quote_ident(attname)
                from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
                where indisprimary and indrelid = to_regclass(:table)
                order by array_position(indkey::int2[], attnum)""")
                .param("table", SearchPath.READ_MODELS + "." + table.name())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
