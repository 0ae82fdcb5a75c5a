package ai.novacore.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThreadProjection;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.conversation.ConversationEvent.ConversationDeleted;
import ai.novacore.domain.conversation.ConversationEvent.ConversationStarted;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OnPostgres.class)
class JoiningTheCallersTransaction {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final ConversationId CATS = new ConversationId("cnv_cats");
    private static final TurnId TURN = new TurnId("trn_1");

    private final AccountStore accounts = OnPostgres.bean(AccountStore.class);
    private final CredentialStore credentials = OnPostgres.bean(CredentialStore.class);
    private final EmailRegistry registry = OnPostgres.bean(EmailRegistry.class);
    private final QuotaUsageStore usage = OnPostgres.bean(QuotaUsageStore.class);
    private final ConversationThreadStore threads = OnPostgres.bean(ConversationThreadStore.class);

    @Test
    void takesEverythingBackTogether() {
        assertThatIllegalStateException()
                .isThrownBy(() -> OnPostgres.transaction().executeWithoutResult(transaction -> {
                    accounts.save(account("Mira"));
                    credentials.save(MIRA, "$argon2id$hash");
                    assertThat(accounts.find(MIRA)).isPresent();
                    assertThat(credentials.find(MIRA)).isPresent();
                    throw new IllegalStateException("the work failed");
                }));

        assertThat(accounts.find(MIRA)).isEmpty();
        assertThat(credentials.find(MIRA)).isEmpty();
    }

    @Test
    void seesItsOwnChangesThroughoutABatch() {
        ConversationThreadProjection projection = new ConversationThreadProjection(threads);
        OnPostgres.transaction().executeWithoutResult(transaction -> {
            conversation().forEach(projection::project);
            assertThat(threads.list(MIRA, "purrs", PageRequest.first(5)).items())
                    .extracting(ConversationSummary::turnCount)
                    .containsExactly(1L);
            conversation().forEach(projection::project);
        });

        assertThat(threads.find(CATS)).hasValueSatisfying(thread -> {
            assertThat(thread.summary().turnCount()).isEqualTo(1);
            assertThat(thread.turns()).extracting(ThreadTurn::reply).containsExactly("A cat.");
        });
    }

    @Test
    void removesAndAddsAgainInOneBatch() {
        ConversationThreadProjection projection = new ConversationThreadProjection(threads);
        accounts.save(account("Mira"));
        OnPostgres.transaction().executeWithoutResult(transaction -> {
            accounts.remove(MIRA);
            accounts.save(account("Mira again"));
            conversation().forEach(projection::project);
            projection.project(new ConversationDeleted(CATS, NOW, MIRA));
            conversation().forEach(projection::project);
        });

        assertThat(accounts.find(MIRA)).contains(account("Mira again"));
        assertThat(threads.find(CATS)).isPresent();
        assertThat(threads.turn(TURN)).isPresent();
    }

    @Test
    void addsUpADayInOneBatch() {
        QuotaId day = QuotaId.on(MIRA, NOW);
        Allowance allowance = new Allowance(Tier.FREE, 50, 50_000);
        OnPostgres.transaction().executeWithoutResult(transaction -> {
            usage.saveAllowance(day, allowance);
            usage.reserve(day, TURN, 1_000);
            usage.reserve(day, new TurnId("trn_2"), 500);
            usage.end(day, TURN, 300, 1);
            usage.end(day, TURN, 300, 1);
        });

        assertThat(usage.find(day)).contains(new QuotaUsage(day, allowance, 300, 1, 500, 1, List.of()));
    }

    @Test
    void hasTheSecondClaimWaitForTheFirst() throws Exception {
        EmailAddress address = new EmailAddress("mira@example.com");
        try (ExecutorService second = Executors.newSingleThreadExecutor()) {
            Future<Boolean> claim = OnPostgres.transaction().execute(transaction -> {
                assertThat(registry.claim(address, MIRA)).isTrue();
                Future<Boolean> waiting = second.submit(() -> registry.claim(address, new UserId("usr_other")));
                await().until(JoiningTheCallersTransaction::somebodyWaits);
                transaction.setRollbackOnly();
                return waiting;
            });

            assertThat(claim).isNotNull();
            assertThat(claim.get(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(registry.find(address)).contains(new UserId("usr_other"));
    }

    private static boolean somebodyWaits() {
        return OnPostgres.bean(JdbcClient.class).sql("""
                        select exists (select 1 from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock')""").query(Boolean.class).single();
    }

    private static List<DomainEvent> conversation() {
        return List.of(
                new ConversationStarted(CATS, NOW, MIRA, new PersonalText("Cats")),
                new TurnStarted(
                        CATS, NOW, MIRA, TURN, new PersonalText("Who purrs?"), "llama3.2", List.of(), "node-1", null),
                new TurnCompleted(
                        CATS,
                        NOW.plusSeconds(1),
                        MIRA,
                        TURN,
                        new PersonalText("A cat."),
                        FinishReason.STOP,
                        new TokenUsage(1, 2)));
    }

    private static Account account(String name) {
        return new Account(MIRA, "mira@example.com", name, null, Tier.FREE, List.of(), Account.Standing.ACTIVE, NOW);
    }
}
