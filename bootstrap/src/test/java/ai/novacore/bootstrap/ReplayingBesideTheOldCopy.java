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
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** A read model is built anew while the product serves: the same is swapped, another is not, unless that is wanted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayingBesideTheOldCopy {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private Product product;
    private Caller ada;

    @BeforeAll
    void start() {
        product = Product.startOn(database);
        ada = Caller.member(product.address());
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
    void findsEveryReadModelAsItIs() {
        for (String projection : product.bean(ReadModelCopies.class).replayable()) {
            Replay done = replay(projection, false);

            assertThat(done.differences()).as(projection).isEmpty();
            assertThat(done.failure()).as(projection).isNull();
            assertThat(done.status()).as(projection).isEqualTo(Status.SWAPPED);
            assertThat(done.eventsDone()).isPositive();
        }
        assertThat(ada.get("/api/memory/search?q=bees").body()).contains("bees");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void leavesAnotherAsItIsAndSaysWhereItDiffers() {
        String user = ada.get("/auth/me").json().path("id").asString();
        jdbc.update("update readmodel.account set display_name = 'Somebody else' where user_id = ?", user);

        Replay refused = replay("accounts", false);

        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.differences()).containsExactly(new Difference("account", 0, 0, 1, List.of(user)));
        assertThat(name()).isEqualTo("Somebody else");
        assertThat(leftovers()).isEmpty();

        Replay forced = replay("accounts", true);

        assertThat(forced.status()).isEqualTo(Status.SWAPPED);
        assertThat(forced.differences()).isEqualTo(refused.differences());
        assertThat(name()).isEqualTo("Ada");
        assertThat(ada.get("/auth/me").json().path("displayName").asString()).isEqualTo("Ada");
    }

    private Replay replay(String projection, boolean swapWhenDifferent) {
        ReplayUseCase replays = product.bean(ReplayUseCase.class);
        String id = replays.ask(projection, "a test", swapWhenDifferent).id();
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> replays.list(projection, 1).getFirst(),
                        latest -> latest.id().equals(id) && latest.status().isOver());
    }

    private @Nullable String name() {
        return jdbc.queryForObject(
                "select display_name from readmodel.account where user_id = ?",
                String.class,
                ada.get("/auth/me").json().path("id").asString());
    }

    private List<@Nullable String> leftovers() {
        return jdbc.queryForList("select nspname from pg_namespace where nspname like 'replay%'", String.class);
    }
}
