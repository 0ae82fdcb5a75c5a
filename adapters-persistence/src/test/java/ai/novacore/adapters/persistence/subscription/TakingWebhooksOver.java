package ai.novacore.adapters.persistence.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Claim;
import ai.novacore.application.subscription.port.out.WebhookInbox.ClaimLost;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What those who are late do to those who come after them, in the middle of transactions. */
@ExtendWith(OnPostgres.class)
class TakingWebhooksOver {
    private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant UP = T.plusSeconds(30);
    private static final UserId MIRA = new UserId("usr_mira");

    private final WebhookInbox inbox = OnPostgres.bean(WebhookInbox.class);
    private final BillingCustomers customers = OnPostgres.bean(BillingCustomers.class);

    @Test
    void waitsForOneWhoIsJustEndingLateAndLeavesThatAlone() throws Exception {
        store("evt_1");
        Claim late = inbox.claim(T, UP, 9).orElseThrow();
        store("evt_2");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Optional<Claim>> taking = OnPostgres.transaction().execute(transaction -> {
                inbox.finish(late, Status.APPLIED, null, UP);
                Future<Optional<Claim>> waiting = other.submit(() -> inbox.claim(UP, UP.plusSeconds(30), 9));
                await().until(TakingWebhooksOver::somebodyWaits);
                return waiting;
            });

            assertThat(taking).isNotNull();
            assertThat(taking.get(30, TimeUnit.SECONDS).orElseThrow().entries())
                    .extracting(Entry::id)
                    .containsExactly("evt_2");
        }
        assertThat(inbox.entries(Status.APPLIED, null, 9)).hasSize(1);
    }

    @Test
    void takesWhatOneWhoIsLateGivesUpAfterAll() throws Exception {
        store("evt_1");
        Claim late = inbox.claim(T, UP, 9).orElseThrow();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Optional<Claim>> taking = OnPostgres.transaction().execute(transaction -> {
                inbox.finish(late, Status.APPLIED, null, UP);
                Future<Optional<Claim>> waiting = other.submit(() -> inbox.claim(UP, UP.plusSeconds(30), 9));
                await().until(TakingWebhooksOver::somebodyWaits);
                transaction.setRollbackOnly();
                return waiting;
            });

            assertThat(taking).isNotNull();
            Claim taken = taking.get(30, TimeUnit.SECONDS).orElseThrow();
            assertThat(taken.entries()).isEqualTo(late.entries());
            assertThatExceptionOfType(ClaimLost.class).isThrownBy(() -> inbox.finish(late, Status.APPLIED, null, UP));
            inbox.finish(taken, Status.APPLIED, null, UP);
        }
        assertThat(inbox.count(Status.APPLIED)).isEqualTo(1);
    }

    @Test
    void takesBackWhatWasEndedWithAFailure() {
        store("evt_1");
        Claim claim = inbox.claim(T, UP, 9).orElseThrow();
        OnPostgres.transaction().executeWithoutResult(transaction -> {
            inbox.finish(claim, Status.APPLIED, null, T);
            transaction.setRollbackOnly();
        });
        inbox.finish(claim, Status.PARKED, "subscription_missing", T);

        assertThat(inbox.count(Status.PARKED)).isEqualTo(1);
    }

    @Test
    void doesNotRemoveACustomerAboutWhomSomethingIsBeingRecorded() throws Exception {
        customers.link(MIRA, "cus_1");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Boolean> removal = OnPostgres.transaction().execute(transaction -> {
                assertThat(customers.holds(MIRA, "cus_1")).isTrue();
                Future<Boolean> waiting = other.submit(() -> {
                    customers.remove(MIRA);
                    return true;
                });
                await().until(TakingWebhooksOver::somebodyWaits);
                assertThat(customers.holds(MIRA, "cus_1")).isTrue();
                return waiting;
            });

            assertThat(removal).isNotNull();
            assertThat(removal.get(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(customers.holds(MIRA, "cus_1")).isFalse();
    }

    @Test
    void findsWhatIsDueWithoutReadingWhatIsOver() {
        OnPostgres.database().execute("""
                insert into account.webhook_inbox
                    (id, type, customer, status, created_at, received_at, next_attempt_at, payload, ended_at)
                select 'evt_' || n, 'invoice.paid', 'cus_' || n, case n % 10 when 0 then 'PENDING' else 'APPLIED' end,
                    now(), now(), now(), case n % 10 when 1 then 'text' end, case n % 10 when 0 then null else now() end
                from generate_series(1, 50000) n;
                analyze account.webhook_inbox""");

        assertThat(plan("status = 'PENDING' and next_attempt_at <= now() order by next_attempt_at limit 1"))
                .contains("webhook_inbox_due");
        assertThat(plan("customer = 'cus_7' and status = 'PENDING'")).contains("webhook_inbox_customer");
        assertThat(plan("customer = 'cus_7' and payload is not null")).contains("webhook_inbox_customer");
        assertThat(plan("status = 'PARKED' order by received_at desc, id desc limit 9"))
                .contains("webhook_inbox_parked");
        assertThat(plan("true order by received_at desc, id desc limit 9")).contains("webhook_inbox_newest");
    }

    private static String plan(String where) {
        List<String> lines = OnPostgres.bean(JdbcClient.class)
                .sql("explain select id from account.webhook_inbox where " + where)
                .query((row, number) -> row.getString(1))
                .list();
        return String.join("\n", lines);
    }

    private void store(String id) {
        inbox.store(new Entry(id, "invoice.paid", "cus_1", T, null), Status.PENDING, T);
    }

    private static boolean somebodyWaits() {
        return OnPostgres.bean(JdbcClient.class).sql("""
                        select exists (select 1 from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock')""").query(Boolean.class).single();
    }
}
