package ai.novacore.adapters.persistence.policy;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.Keyset;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.out.PolicyDecisionStore;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcPolicyDecisionStore implements PolicyDecisionStore {
    private final JdbcClient jdbc;

    JdbcPolicyDecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(PolicyDecision decision) {
        UserId user = decision.user();
        ConversationId conversation = decision.conversation();
        TurnId turn = decision.turn();
        jdbc.sql("""
                insert into account.policy_decision (id, at, user_id, conversation_id, turn_id, direction, decision,
                    principles, policy_version, judge)
                values (:id, :at, :user, :conversation, :turn, :direction, :decision, :principles, :version, :judge)
                on conflict (id) do nothing""")
                .param("id", decision.id())
                .param("at", Columns.parameter(decision.at()))
                .param("user", user == null ? null : user.value())
                .param("conversation", conversation == null ? null : conversation.value())
                .param("turn", turn == null ? null : turn.value())
                .param("direction", decision.direction().name())
                .param("decision", decision.decision().name())
                .param("principles", String.join(",", decision.principles()))
                .param("version", Columns.text(decision.policyVersion()))
                .param("judge", decision.judge())
                .update();
    }

    /** The conditions are put together from constants, so that PostgreSQL finds the index for each. */
    @Override
    public Page<PolicyDecision> list(Filter filter, PageRequest page) {
        Keyset keyset = Keyset.of(page);
        UserId user = filter.user();
        Decision decision = filter.decision();
        StatementSpec query = jdbc.sql("""
                        select id, at, user_id, conversation_id, turn_id, direction, decision, principles, policy_version, judge
                        from account.policy_decision
                        where (at, id) < (:at, :id)"""
                        + (user == null ? "" : " and user_id = :user")
                        + (decision == null ? "" : " and decision = :decision")
                        + " order by at desc, id desc limit :limit")
                .param("at", Columns.parameter(keyset.at()))
                .param("id", keyset.id())
                .param("limit", keyset.limit().max());
        if (user != null) {
            query = query.param("user", user.value());
        }
        if (decision != null) {
            query = query.param("decision", decision.name());
        }
        return keyset.page(
                query.query(JdbcPolicyDecisionStore::read).list(),
                Function.identity(),
                found -> new Cursor(found.at(), found.id()));
    }

    @Override
    public void removeAll(UserId user) {
        jdbc.sql("delete from account.policy_decision where user_id = :user")
                .param("user", user.value())
                .update();
    }

    private static PolicyDecision read(ResultSet row, int number) throws SQLException {
        String principles = row.getString("principles");
        return new PolicyDecision(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                optional(row, "user_id", UserId::new),
                optional(row, "conversation_id", ConversationId::new),
                optional(row, "turn_id", TurnId::new),
                Direction.valueOf(row.getString("direction")),
                Decision.valueOf(row.getString("decision")),
                principles.isEmpty() ? List.of() : List.of(principles.split(",")),
                row.getString("policy_version"),
                row.getString("judge"));
    }

    private static <T> @Nullable T optional(ResultSet row, String column, Function<String, T> id) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : id.apply(value);
    }
}
