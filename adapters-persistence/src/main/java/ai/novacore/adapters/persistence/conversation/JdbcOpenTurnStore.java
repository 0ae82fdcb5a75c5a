package ai.novacore.adapters.persistence.conversation;

import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcOpenTurnStore implements OpenTurnStore {
    private static final String ALL = """
            select turn_id, conversation_id, owner, quota_day, model, node, estimated_input, reply, pieces
            from account.open_turn
            """;

    private final JdbcClient jdbc;

    JdbcOpenTurnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(OpenTurn turn) {
        jdbc.sql("""
                insert into account.open_turn
                    (turn_id, conversation_id, owner, quota_day, model, node, estimated_input, reply, pieces)
                values (:turn, :conversation, :owner, :day, :model, :node, :input, :reply, :pieces)""")
                .param("turn", turn.turn().value())
                .param("conversation", turn.conversation().value())
                .param("owner", turn.owner().value())
                .param("day", turn.quota().day())
                .param("model", turn.model())
                .param("node", turn.node())
                .param("input", turn.estimatedInput())
                .param("reply", turn.reply())
                .param("pieces", turn.pieces())
                .update();
    }

    @Override
    public void close(TurnId turn) {
        jdbc.sql("delete from account.open_turn where turn_id = :turn")
                .param("turn", turn.value())
                .update();
    }

    /** One statement for all, and no wait for the disk: what is lost with the server is said again, or was never read. */
    @Override
    public Set<TurnId> save(Collection<Progress> progress) {
        jdbc.sql("set local synchronous_commit = off").update();
        return new HashSet<>(jdbc
                .sql("""
                        update account.open_turn t
                        set reply = case when p.added = '' then t.reply else t.reply || p.added end, pieces = p.pieces
                        from unnest(:turns::text[], :added::text[], :pieces::bigint[]) p (turn, added, pieces)
                        where t.turn_id = p.turn and (p.added <> '' or t.pieces <> p.pieces or t.stop_asked)
                        returning t.turn_id, t.stop_asked""")
                .param("turns", column(progress, turn -> turn.turn().value()))
                .param("added", column(progress, Progress::added))
                .param("pieces", column(progress, turn -> Long.toString(turn.pieces())))
                .query((row, number) -> row.getBoolean("stop_asked") ? row.getString("turn_id") : "")
                .list()
                .stream()
                .filter(turn -> !turn.isEmpty())
                .map(TurnId::new)
                .toList());
    }

    private static String[] column(Collection<Progress> progress, Function<Progress, String> value) {
        return progress.stream().map(value).toArray(String[]::new);
    }

    @Override
    public boolean askToStop(TurnId turn) {
        return jdbc.sql("update account.open_turn set stop_asked = true where turn_id = :turn")
                        .param("turn", turn.value())
                        .update()
                == 1;
    }

    @Override
    public Optional<OpenTurn> find(TurnId turn) {
        return jdbc.sql(ALL + "where turn_id = :turn")
                .param("turn", turn.value())
                .query(JdbcOpenTurnStore::read)
                .optional();
    }

    @Override
    public List<OpenTurn> of(UserId owner) {
        return jdbc.sql(ALL + "where owner = :owner order by opened_at")
                .param("owner", owner.value())
                .query(JdbcOpenTurnStore::read)
                .list();
    }

    @Override
    public List<OpenTurn> exceptOn(Set<String> nodes) {
        return jdbc.sql(ALL + "where node <> all(:nodes) order by opened_at limit 100")
                .param("nodes", nodes.toArray(String[]::new))
                .query(JdbcOpenTurnStore::read)
                .list();
    }

    private static OpenTurn read(ResultSet row, int number) throws SQLException {
        UserId owner = new UserId(row.getString("owner"));
        return new OpenTurn(
                new TurnId(row.getString("turn_id")),
                new ConversationId(row.getString("conversation_id")),
                owner,
                new QuotaId(owner, row.getObject("quota_day", LocalDate.class)),
                row.getString("model"),
                row.getString("node"),
                row.getLong("estimated_input"),
                row.getString("reply"),
                row.getLong("pieces"));
    }
}
