package ai.novacore.adapters.persistence.subscription;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.subscription.port.out.WebhookInbox.Claim;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Decides who works on which customer. About each customer one worker decides at a time, and each statement sees what the
 * decisions before it came to; so the level of isolation has to be read committed.
 */
final class Claiming {
    /** The first half of the advisory locks under which it is decided. */
    private static final int DECIDING = 0x57_48_49_4E;

    /** When others were faster with that many customers, there is enough going on. */
    private static final int CANDIDATES = 50;

    private static final String BUSY = """
            exists (select from account.webhook_inbox busy
                where busy.customer = %s and busy.status = 'PENDING'
                and busy.claim_token is not null and busy.next_attempt_at > :now)""";

    private static final String LONGEST_DUE = "select id, customer from account.webhook_inbox due"
            + " where status = 'PENDING' and next_attempt_at <= :now and coalesce(customer, id) not in (:tried)"
            + " and not " + BUSY.formatted("due.customer")
            + " order by next_attempt_at limit 1";

    /** What was taken over meanwhile is looked at again once its lock is free. */
    private static final String TAKE = """
            with taken as (
                update account.webhook_inbox set claim_token = :token, next_attempt_at = :until
                where status = 'PENDING' and next_attempt_at <= :now and id in (
                    select id from account.webhook_inbox
                    where status = 'PENDING' and next_attempt_at <= :now and %s
                    order by created_at, id limit :limit)
                returning *)
            select * from taken order by created_at, id""";

    private final JdbcClient jdbc;

    Claiming(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entry that has waited longest of a customer, or one whose customer is not known. */
    private record Due(String id, @Nullable String customer) {
        String key() {
            return customer == null ? id : customer;
        }
    }

    private record Taken(Entry entry, long attempts, Instant receivedAt) {}

    Optional<Claim> claim(Instant now, Instant until, int limit) {
        List<String> tried = new ArrayList<>(List.of(""));
        while (tried.size() <= CANDIDATES) {
            Due due = longestDue(now, tried);
            if (due == null) {
                break;
            }
            List<Taken> taken = List.of();
            String token = UUID.randomUUID().toString();
            if (mayDecide(due)) {
                taken = due.customer() == null
                        ? take("id = :key and customer is null", due, token, now, until, limit)
                        : takeOfCustomer(due, token, now, until, limit);
            }
            if (!taken.isEmpty()) {
                return Optional.of(claim(token, due.customer(), taken));
            }
            tried.add(due.key());
        }
        return Optional.empty();
    }

    private @Nullable Due longestDue(Instant now, List<String> tried) {
        return jdbc.sql(LONGEST_DUE)
                .param("now", Columns.parameter(now))
                .param("tried", tried)
                .query((row, number) -> new Due(row.getString("id"), row.getString("customer")))
                .optional()
                .orElse(null);
    }

    /** Until the end of the transaction; false when somebody else decides about this customer now. */
    private boolean mayDecide(Due due) {
        return jdbc.sql("select pg_try_advisory_xact_lock(:deciding, hashtext(:key))")
                .param("deciding", DECIDING)
                .param("key", due.key())
                .query(Boolean.class)
                .single();
    }

    /** What others were given before, and whose time is up, they cannot end any more, even where it is not taken here. */
    private List<Taken> takeOfCustomer(Due due, String token, Instant now, Instant until, int limit) {
        if (with(due, now, "select " + BUSY.formatted(":key"))
                .query(Boolean.class)
                .single()) {
            return List.of();
        }
        with(due, now, """
                update account.webhook_inbox set claim_token = null
                where customer = :key and status = 'PENDING' and claim_token is not null
                and next_attempt_at <= :now""").update();
        return take("customer = :key", due, token, now, until, limit);
    }

    private List<Taken> take(String which, Due due, String token, Instant now, Instant until, int limit) {
        return with(due, now, TAKE.formatted(which))
                .param("token", token)
                .param("until", Columns.parameter(until))
                .param("limit", limit)
                .query(Claiming::read)
                .list();
    }

    private StatementSpec with(Due due, Instant now, String sql) {
        return jdbc.sql(sql).param("key", due.key()).param("now", Columns.parameter(now));
    }

    private static Taken read(ResultSet row, int number) throws SQLException {
        return new Taken(
                new Entry(
                        row.getString("id"),
                        row.getString("type"),
                        row.getString("customer"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("payload")),
                row.getLong("attempts"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static Claim claim(String token, @Nullable String customer, List<Taken> taken) {
        return new Claim(
                token,
                customer,
                taken.stream().map(Taken::entry).toList(),
                taken.stream().mapToLong(Taken::attempts).min().orElseThrow(),
                taken.stream()
                        .map(Taken::receivedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }
}
