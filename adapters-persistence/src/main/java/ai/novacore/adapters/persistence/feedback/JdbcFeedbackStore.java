package ai.novacore.adapters.persistence.feedback;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.Keyset;
import ai.novacore.application.feedback.port.out.FeedbackStore;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcFeedbackStore implements FeedbackStore {
    private final JdbcClient jdbc;

    JdbcFeedbackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Feedback feedback) {
        String page = feedback.page();
        jdbc.sql("""
                insert into account.feedback (id, at, user_id, category, message, page)
                values (:id, :at, :user, :category, :message, :page)""")
                .param("id", feedback.id())
                .param("at", Columns.parameter(feedback.at()))
                .param("user", feedback.user().value())
                .param("category", feedback.category().name())
                .param("message", Columns.text(feedback.message()))
                .param("page", page == null ? null : Columns.text(page))
                .update();
    }

    @Override
    public Page<Feedback> list(PageRequest page) {
        return list("", "", page);
    }

    @Override
    public Page<Feedback> listOf(UserId user, PageRequest page) {
        return list("user_id = :user and", user.value(), page);
    }

    private Page<Feedback> list(String whose, String user, PageRequest page) {
        Keyset keyset = Keyset.of(page);
        return keyset.page(
                jdbc.sql("select id, at, user_id, category, message, page from account.feedback where " + whose
                                + " (at, id) < (:at, :id) order by at desc, id desc limit :limit")
                        .param("user", user)
                        .param("at", Columns.parameter(keyset.at()))
                        .param("id", keyset.id())
                        .param("limit", keyset.limit().max())
                        .query(JdbcFeedbackStore::read)
                        .list(),
                Function.identity(),
                feedback -> new Cursor(feedback.at(), feedback.id()));
    }

    @Override
    public void removeAll(UserId user) {
        jdbc.sql("delete from account.feedback where user_id = :user")
                .param("user", user.value())
                .update();
    }

    private static Feedback read(ResultSet row, int number) throws SQLException {
        return new Feedback(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new UserId(row.getString("user_id")),
                Category.valueOf(row.getString("category")),
                row.getString("message"),
                row.getString("page"));
    }
}
