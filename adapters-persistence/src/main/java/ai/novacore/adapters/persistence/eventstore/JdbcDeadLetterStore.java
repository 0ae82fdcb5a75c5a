package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.Keyset;
import ai.novacore.application.backbone.port.out.DeadLetterRetry;
import ai.novacore.application.backbone.port.out.DeadLetterStore;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.common.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads Axon's table of dead letters for people. */
@Transactional
class JdbcDeadLetterStore implements DeadLetterStore {
    private static final String SELECT = """
            select letter.*, convert_from(diagnostics, 'UTF8')::json ->> 'attempts' as attempts,
                convert_from(diagnostics, 'UTF8')::json ->> 'retryAt' as retry_at,
                cast(enqueued_at as timestamptz) as since, (
                    select count(*) from eventstore.dead_letter earlier
                    where earlier.processing_group = letter.processing_group
                      and earlier.sequence_identifier = letter.sequence_identifier
                      and earlier.sequence_index < letter.sequence_index) as waits_for
            from eventstore.dead_letter letter
            """;

    /** Cursors hold no hyphens, and the ids of letters no underscores. */
    private static final char IN_IDS = '-';

    private static final char IN_CURSORS = '_';

    private final JdbcClient jdbc;

    JdbcDeadLetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Times are kept as texts of one form, so they are sorted and compared as such. */
    @Override
    public Page<Letter> list(@Nullable String processor, PageRequest page) {
        Keyset keyset = Keyset.of(page);
        List<Letter> found = jdbc.sql(SELECT + """
                where (cast(:processor as text) is null or processing_group = :processor)
                    and (enqueued_at, dead_letter_id) < (:at, :id)
                order by enqueued_at desc, dead_letter_id desc limit :limit""")
                .param("processor", processor)
                .param("at", DateTimeUtils.formatInstant(keyset.at()))
                .param("id", keyset.id().replace(IN_CURSORS, IN_IDS))
                .param("limit", keyset.limit().max())
                .query(JdbcDeadLetterStore::read)
                .list();
        return keyset.page(
                found, Function.identity(), letter -> new Cursor(letter.enqueuedAt(), forCursor(letter.id())));
    }

    @Override
    public Optional<Letter> find(String id) {
        return jdbc.sql(SELECT + " where dead_letter_id = :id")
                .param("id", id)
                .query(JdbcDeadLetterStore::read)
                .optional();
    }

    @Override
    public boolean discard(String id, Discarding discarding) {
        return jdbc.sql("""
                with gone as (delete from eventstore.dead_letter where dead_letter_id = :id returning *)
                insert into account.discarded_letter (id, processor, event_id, event_type, aggregate, sequence,
                    cause_type, enqueued_at, discarded_at, discarded_by, reason)
                select dead_letter_id, processing_group, event_identifier, payload_type || '/' || payload_revision,
                    aggregate_identifier, sequence_number, cause_type, cast(enqueued_at as timestamptz), :at, :by,
                    :reason
                from gone""")
                        .param("id", id)
                        .param("at", Columns.parameter(discarding.at()))
                        .param("by", Columns.text(discarding.by()))
                        .param("reason", Columns.text(discarding.reason()))
                        .update()
                == 1;
    }

    @Override
    public Page<Discarded> discarded(PageRequest page) {
        Keyset keyset = Keyset.of(page);
        List<Discarded> found = jdbc.sql("""
                select * from account.discarded_letter where (discarded_at, id) < (:at, :id)
                order by discarded_at desc, id desc limit :limit""")
                .param("at", Columns.parameter(keyset.at()))
                .param("id", keyset.id().replace(IN_CURSORS, IN_IDS))
                .param("limit", keyset.limit().max())
                .query((row, number) -> new Discarded(
                        row.getString("id"),
                        row.getString("processor"),
                        row.getString("event_id"),
                        row.getString("event_type"),
                        row.getString("aggregate"),
                        row.getObject("sequence", Long.class),
                        time(row, "enqueued_at"),
                        new Discarding(
                                row.getString("discarded_by"), time(row, "discarded_at"), row.getString("reason"))))
                .list();
        return keyset.page(
                found,
                Function.identity(),
                letter -> new Cursor(letter.discarding().at(), forCursor(letter.id())));
    }

    private static Letter read(ResultSet row, int number) throws SQLException {
        long attempts = row.getLong("attempts");
        boolean parked = attempts >= DeadLetterRetry.MOST_ATTEMPTS;
        String retryAt = row.getString("retry_at");
        return new Letter(
                row.getString("dead_letter_id"),
                row.getString("processing_group"),
                row.getString("event_identifier"),
                row.getString("payload_type") + "/" + row.getString("payload_revision"),
                row.getString("aggregate_identifier"),
                row.getObject("sequence_number", Long.class),
                row.getString("cause_type"),
                row.getString("cause_message"),
                attempts,
                parked || retryAt == null ? null : Instant.parse(retryAt),
                parked,
                time(row, "since"),
                row.getLong("waits_for"));
    }

    private static String forCursor(String id) {
        return id.replace(IN_IDS, IN_CURSORS);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
