package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.axon.Backbone;
import ai.novacore.application.backbone.port.in.ReplayUseCase;
import ai.novacore.application.backbone.port.out.ReadModelCopies;
import ai.novacore.application.backbone.port.out.Replay;
import ai.novacore.application.backbone.port.out.Replay.Difference;
import ai.novacore.application.backbone.port.out.Replay.Status;
import ai.novacore.bootstrap.Caller.Answer;
import ai.novacore.domain.user.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.common.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** A read model is built anew while the product serves: the same is swapped, another is not, unless that is wanted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayingBesideTheOldCopy {
    private static final String HAPPENED = "select stream, sequence from eventstore.event"
            + " where stream = ? or starts_with(stream, 'quota_' || ?) or stream_type = 'conversation' order by position";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private Product product;
    private Caller ada;
    private String id;

    @BeforeAll
    void start() {
        product = Product.startOn(database);
        ada = Caller.member(product.address());
        id = ada.get("/auth/me").json().path("id").asString();
        ada.awaitLink(ada.email(), "/verify-email?token=");
        ada.ask("I keep bees on the roof of my house.");
        ada.ask("What do I keep on the roof?");
        ada.post("/api/memory/memories", "{\"content\":\"My favourite colour is moss green.\"}");
        assertThat(product.bean(Backbone.class).awaitReadModels(Duration.ofSeconds(30)))
                .isTrue();
    }

    @AfterAll
    void stop() {
        product.close();
        database.close();
    }

    @Test
    void findsEveryReadModelAsItIsAndDoesNothingElse() {
        List<Map<String, @Nullable Object>> log = happened();
        String mails = mails();
        for (String projection : product.bean(ReadModelCopies.class).replayable()) {
            Replay done = replay(projection, false);

            assertThat(done.differences()).as(projection).isEmpty();
            assertThat(done.failure()).as(projection).isNull();
            assertThat(done.status()).as(projection).isEqualTo(Status.SWAPPED);
            assertThat(done.eventsDone()).isPositive();
        }
        assertThat(ada.get("/api/memory/search?q=bees").body()).contains("bees");
        assertThat(leftovers()).isEmpty();
        // Whatever had sent a command, or had an effect anew, had left an event or a mail.
        assertThat(happened()).isEqualTo(log);
        assertThat(mails()).isEqualTo(mails);
    }

    @Test
    void isForReadModelsOnly() {
        List<String> projections = new ArrayList<>(product.bean(Backbone.class).projections());
        assertThat(projections.remove("reflection")).isTrue();
        assertThat(product.bean(ReadModelCopies.class).replayable()).containsExactlyInAnyOrderElementsOf(projections);

        Caller olga = Caller.member(product.address()).with(product, Role.OPERATOR);
        List<String> others = staff(olga, "/support/processors", null)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> !one.path("replayable").asBoolean())
                .map(one -> one.path("name").asString())
                .toList();
        assertThat(others)
                .contains("reflection", "verification-mail", "when-user-registered-then-request-verification");
        others.forEach(name -> assertThat(staff(olga, "/support/processors/" + name + "/replay", "{}")
                        .code())
                .isEqualTo("not_replayable"));
        assertThat(staff(olga, "/support/processors/nothing/replay", "{}").code())
                .isEqualTo("not_found");
    }

    @Test
    void takesOverFromANodeThatDied() {
        jdbc.execute("create schema replay_left_behind");
        jdbc.update(
                "update eventstore.token set owner = 'replay:dead', claimed_at = ? where processor_name = 'accounts'",
                DateTimeUtils.formatInstant(Instant.now().plusSeconds(600)));
        jdbc.update("insert into account.replay (id, processor, swap_when_different, asked_by, asked_at, status, node,"
                + " attempt) values ('rpl_orphan', 'accounts', false, 'a test', now(), 'COMPARING', 'dead', 1)");

        Replay done = await().atMost(Duration.ofMinutes(1))
                .until(() -> latest("accounts"), latest -> latest.status().isOver());

        assertThat(done.id()).isEqualTo("rpl_orphan");
        assertThat(done.attempt()).isEqualTo(2);
        assertThat(done.status()).isEqualTo(Status.SWAPPED);
        assertThat(leftovers()).isEmpty();
        assertThat(Caller.member(product.address()).get("/auth/me").status()).isEqualTo(200);
    }

    @Test
    void saysWhichEventItCannotFoldAndLeavesEverythingAsItIs() {
        String stored = jdbc.queryForObject(
                "select payload::text from eventstore.event where type = 'quota.opened/1'"
                        + " order by position limit 1",
                String.class);
        String position = "(select min(position) from eventstore.event where type = 'quota.opened/1')";
        jdbc.update("update eventstore.event set payload = '{\"at\":\"gibberish-4711\"}' where position = " + position);
        try {
            Replay failed = replay("quota-usage", true);

            assertThat(failed.status()).isEqualTo(Status.FAILED);
            assertThat(failed.failure())
                    .contains("at position " + jdbc.queryForObject("select " + position, Long.class))
                    .contains("(QuotaOpened)")
                    .doesNotContain("4711");
            assertThat(leftovers()).isEmpty();
            assertThat(ada.get("/api/usage/quota").status()).isEqualTo(200);
        } finally {
            jdbc.update("update eventstore.event set payload = ?::json where position = " + position, stored);
        }
        assertThat(replay("quota-usage", false).status()).isEqualTo(Status.SWAPPED);
    }

    @Test
    void leavesAnotherAsItIsAndSaysWhereItDiffers() {
        jdbc.update("update readmodel.account set display_name = 'Somebody else' where user_id = ?", id);

        Replay refused = replay("accounts", false);

        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.differences()).containsExactly(new Difference("account", 0, 0, 1, List.of(id)));
        assertThat(name()).isEqualTo("Somebody else");
        assertThat(leftovers()).isEmpty();

        Replay forced = replay("accounts", true);

        assertThat(forced.status()).isEqualTo(Status.SWAPPED);
        assertThat(forced.differences()).isEqualTo(refused.differences());
        assertThat(name()).isEqualTo("Ada");
        assertThat(ada.get("/auth/me").json().path("displayName").asString()).isEqualTo("Ada");
    }

    private static Answer staff(Caller who, String path, @Nullable String body) {
        HttpRequest.Builder request = who.request(path).header("X-Support-Reason", "a test");
        return who.send(
                body == null
                        ? request.GET()
                        : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private Replay latest(String projection) {
        return product.bean(ReplayUseCase.class).list(projection, 1).getFirst();
    }

    private List<Map<String, @Nullable Object>> happened() {
        return jdbc.queryForList(HAPPENED, id, id);
    }

    private String mails() {
        return ada.get("/dev/mailbox/messages?to=" + ada.email()).body();
    }

    private Replay replay(String projection, boolean swapWhenDifferent) {
        ReplayUseCase replays = product.bean(ReplayUseCase.class);
        String asked = replays.ask(projection, "a test", swapWhenDifferent).id();
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> replays.list(projection, 1).getFirst(),
                        latest -> latest.id().equals(asked) && latest.status().isOver());
    }

    private @Nullable String name() {
        return jdbc.queryForObject("select display_name from readmodel.account where user_id = ?", String.class, id);
    }

    private List<@Nullable String> leftovers() {
        return jdbc.queryForList("select nspname from pg_namespace where nspname like 'replay%'", String.class);
    }
}
