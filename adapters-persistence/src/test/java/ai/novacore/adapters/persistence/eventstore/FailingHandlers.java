package ai.novacore.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.axon.Backbone.Followers;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.quota.TierLimits.Limits;
import ai.novacore.application.quota.saga.WhenTierChangedThenAdjustAllowance;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.subscription.Paying;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionCommand.FollowStripe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Failure case 10: what a handler fails on is kept, tried again and visible, and holds nothing else up. */
class FailingHandlers {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final ManualClock clock = new ManualClock();

    @AfterEach
    void close() {
        database.close();
    }

    private static boolean isOf(DomainEvent event, String user) {
        return event.id().equals(Quotas.of(user));
    }

    @Test
    void parksTheEventUndoesItsWritesAndGoesOn() throws Exception {
        RecordingProjection projection = new RecordingProjection(event -> {
            jdbc.update(
                    "insert into account.node_lease (node, expires_at) values (?, now())",
                    event.id().value());
            if (isOf(event, "poison")) {
                jdbc.update("insert into no_such_table values (1)");
            }
        });
        try (BackboneOnPostgres node =
                BackboneOnPostgres.on(database, BackboneOnPostgres.followers(projection), clock)) {
            node.commands().dispatch(Quotas.open("before"));
            node.commands().dispatch(Quotas.open("poison"));
            node.commands().dispatch(Quotas.open("after"));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> projection.events().stream().anyMatch(event -> isOf(event, "after")));
            assertThat(node.backbone.deadLetters().count()).containsEntry("recording", 1L);
            assertThat(jdbc.queryForList("select node from account.node_lease order by node", String.class))
                    .containsExactly("quota_usr_after_2026-03-14", "quota_usr_before_2026-03-14");
        }
    }

    @Test
    void triesADeadLetterAgainWhenItsTimeHasCome() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        RecordingProjection projection = new RecordingProjection(event -> {
            if (broken.get()) {
                throw new IllegalStateException("broken for now");
            }
        });
        try (BackboneOnPostgres node =
                BackboneOnPostgres.on(database, BackboneOnPostgres.followers(projection), clock)) {
            node.commands().dispatch(Quotas.open("ada"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> node.backbone.deadLetters().count().equals(Map.of("recording", 1L)));

            assertThat(node.backbone.deadLetters().retryDue()).isZero();
            broken.set(false);
            clock.advance(Duration.ofSeconds(2));

            assertThat(node.backbone.deadLetters().retryDue()).isEqualTo(1);
            assertThat(node.backbone.deadLetters().count()).containsEntry("recording", 0L);
            assertThat(projection.events()).hasSize(1);
        }
    }

    @Test
    void leavesALetterToPeopleAfterSixAttempts() throws Exception {
        RecordingProjection projection = new RecordingProjection(event -> {
            throw new IllegalStateException("broken for good");
        });
        try (BackboneOnPostgres node =
                BackboneOnPostgres.on(database, BackboneOnPostgres.followers(projection), clock)) {
            node.commands().dispatch(Quotas.open("ada"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> node.backbone.deadLetters().count().equals(Map.of("recording", 1L)));
            for (int attempt = 0; attempt < 10; attempt++) {
                clock.advance(Duration.ofSeconds(5_000));
                node.backbone.deadLetters().retryDue();
            }

            assertThat(node.backbone.deadLetters().count()).containsEntry("recording", 1L);
            assertThat(jdbc.queryForObject(
                            "select convert_from(diagnostics, 'UTF8')::json ->> 'attempts' from eventstore.dead_letter",
                            String.class))
                    .isEqualTo("6");
        }
    }

    @Test
    void holdsNoProjectionUpWhileAnEffectIsTriedAgain() throws Exception {
        CountDownLatch trying = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        Effect slow = new Effect() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public void happen(DomainEvent event, String eventId) {
                if (!isOf(event, "ada")) {
                    return;
                }
                if (attempts.incrementAndGet() == 1) {
                    throw new IllegalStateException("the server is away");
                }
                trying.countDown();
                awaitQuietly(answered);
            }
        };
        RecordingProjection projection = new RecordingProjection(event -> {});
        Followers followers = new Followers(List.<Projection>of(projection), List.of(), List.of(slow));
        try (BackboneOnPostgres node = BackboneOnPostgres.on(database, followers, clock);
                ExecutorService retrying = Executors.newSingleThreadExecutor()) {
            node.commands().dispatch(Quotas.open("ada"));
            await().until(() -> node.backbone.deadLetters().count().containsValue(1L));
            clock.advance(Duration.ofSeconds(2));
            Future<Integer> settled = retrying.submit(node.backbone.deadLetters()::retryDue);
            assertThat(trying.await(20, TimeUnit.SECONDS)).isTrue();

            node.commands().dispatch(Quotas.open("bob"));

            await().until(() -> projection.events().stream().anyMatch(event -> isOf(event, "bob")));
            answered.countDown();
            assertThat(settled.get()).isEqualTo(1);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void retriesAnEffectWithTheSameKeyAndNeverReplaysIt() throws Exception {
        Set<String> keys = ConcurrentHashMap.newKeySet();
        AtomicBoolean broken = new AtomicBoolean(true);
        Effect effect = new Effect() {
            @Override
            public String name() {
                return "effect";
            }

            @Override
            public void happen(DomainEvent event, String eventId) {
                keys.add(eventId);
                if (broken.get()) {
                    throw new IllegalStateException("the server is away");
                }
            }
        };
        Followers followers = new Followers(List.<Projection>of(), List.of(), List.of(effect));
        try (BackboneOnPostgres node = BackboneOnPostgres.on(database, followers, clock)) {
            node.commands().dispatch(Quotas.open("ada"));
            await().until(() -> node.backbone.deadLetters().count().equals(Map.of("effect", 1L)));
            broken.set(false);
            clock.advance(Duration.ofSeconds(2));

            assertThat(node.backbone.deadLetters().retryDue()).isEqualTo(1);
            assertThat(keys).hasSize(1);
        }
    }

    @Test
    void carriesOutWhatASagaWantsAndParksWhatItCannot() throws Exception {
        Limits some = new Limits(1, 1, 1, 1, 1, 1);
        TierLimits limits = new TierLimits(Map.of(Tier.FREE, some, Tier.BASIC, some, Tier.PRO, some));
        Followers followers =
                new Followers(List.of(), List.of(new WhenTierChangedThenAdjustAllowance(limits)), List.of());
        try (BackboneOnPostgres node = BackboneOnPostgres.on(database, followers, clock)) {
            node.commands().dispatch(activate("ada"));
            await().until(() -> jdbc.queryForList("select type from eventstore.event order by position", String.class)
                    .equals(List.of("subscription.activated/1", "subscription.tier-changed/1", "quota.opened/1")));

            jdbc.execute(
                    "alter table eventstore.event add constraint no_quota check (stream_type <> 'quota') not valid");
            node.commands().dispatch(activate("bob"));
            String group = "when-tier-changed-then-adjust-allowance";
            await().until(() -> node.backbone.deadLetters().count().equals(Map.of(group, 1L)));

            jdbc.execute("alter table eventstore.event drop constraint no_quota");
            clock.advance(Duration.ofSeconds(2));
            assertThat(node.backbone.deadLetters().retryDue()).isEqualTo(1);
            assertThat(node.backbone.deadLetters().count()).containsEntry(group, 0L);
            assertThat(jdbc.queryForObject(
                            "select count(*) from eventstore.event where stream like 'quota_usr_bob%'", Long.class))
                    .isEqualTo(1);
            assertThat(jdbc.queryForObject("select count(*) from eventstore.saga", Long.class))
                    .isZero();
        }
    }

    private static FollowStripe activate(String name) {
        return Paying.forTier(new UserId("usr_" + name), Tier.BASIC, Quotas.NOON);
    }
}
