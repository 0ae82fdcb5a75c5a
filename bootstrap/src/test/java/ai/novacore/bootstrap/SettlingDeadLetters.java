package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.bootstrap.Caller.Answer;
import ai.novacore.domain.user.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A projection fails on what a member does; an operator sees it, and settles it one way or another. */
class SettlingDeadLetters {
    private static final String LETTERS = "/support/dead-letters";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private Product product;
    private Caller olga;
    private Caller ada;

    @BeforeEach
    void start() {
        product = Product.startOn(database);
        olga = Caller.member(product.address()).with(product, Role.OPERATOR);
        ada = Caller.member(product.address());
        jdbc.execute("alter table readmodel.usage_ledger add constraint broken check (input_tokens < 0) not valid");
        ada.ask("I keep bees.");
        ada.ask("What do I keep?");
        await().atMost(Duration.ofSeconds(30)).until(() -> letters().size() == 2);
    }

    @AfterEach
    void stop() {
        product.close();
        database.close();
    }

    @Test
    void triesThemAgainInTheirOrderOnceTheCauseIsGone() {
        JsonNode later = letters().get(0);
        JsonNode first = letters().get(1);
        assertThat(first.path("processor").asString()).isEqualTo("usage-ledger");
        assertThat(first.path("eventType").asString()).isEqualTo("quota.usage-settled/1");
        assertThat(first.at("/cause/type").asString()).isNotEmpty();
        assertThat(first.path("attempts").asInt()).isPositive();
        assertThat(first.path("waitsFor").asInt()).isZero();
        assertThat(first.at("/payload/inputTokens").isNumber())
                .as(first.toString())
                .isTrue();
        assertThat(later.path("waitsFor").asInt()).isEqualTo(1);
        assertThat(retry(later).code()).isEqualTo("letter_waits");
        // The product tries by itself, too; whoever comes second is told so.
        await().until(() -> outcome(retry(first)).equals("failed"));
        assertThat(letters()).hasSize(2);

        jdbc.execute("alter table readmodel.usage_ledger drop constraint broken");

        await().until(() -> Set.of("settled", "not_found").contains(outcome(retry(first))));
        await().atMost(Duration.ofSeconds(30)).until(() -> letters().isEmpty());
        assertThat(ledger()).isEqualTo(2);
        assertThat(retry(first).code()).isEqualTo("not_found");
    }

    @Test
    void givesThemUpForAReasonThatIsKept() {
        JsonNode first = letters().get(1);
        assertThat(post("/" + first.path("id").asString() + "/discard", "{\"reason\":\"counted by hand\"}")
                        .status())
                .isEqualTo(204);
        jdbc.execute("alter table readmodel.usage_ledger drop constraint broken");

        await().atMost(Duration.ofSeconds(30)).until(() -> letters().isEmpty());
        assertThat(ledger()).isEqualTo(1);
        JsonNode discarded = get(LETTERS + "/discarded").json().at("/items/0");
        assertThat(discarded.path("eventId")).isEqualTo(first.path("eventId"));
        assertThat(discarded.path("reason").asString()).isEqualTo("counted by hand");
        assertThat(discarded.path("discardedBy").asString()).isEqualTo(idOf(olga));
    }

    @Test
    void areMadeUpForByAReplay() {
        jdbc.execute("alter table readmodel.usage_ledger drop constraint broken");

        Answer asked = send("/support/processors/usage-ledger/replay", "{\"swapWhenDifferent\":true}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get("/support/processors/usage-ledger/replays")
                        .json()
                        .at("/items/0/status")
                        .asString()
                        .equals("swapped"));

        assertThat(letters()).isEmpty();
        assertThat(ledger()).isEqualTo(2);
        ada.ask("And how many?");
        await().atMost(Duration.ofSeconds(30)).until(() -> ledger() == 3);
    }

    private List<JsonNode> letters() {
        return get(LETTERS + "?processor=usage-ledger")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private int ledger() {
        return ada.get("/api/usage/ledger").json().path("items").size();
    }

    private static String idOf(Caller person) {
        return person.get("/auth/me").json().path("id").asString();
    }

    private static String outcome(Answer answer) {
        return answer.json().path("outcome").asString(answer.code());
    }

    private Answer retry(JsonNode letter) {
        return post("/" + letter.path("id").asString() + "/retry", "");
    }

    private Answer post(String path, String body) {
        return send(LETTERS + path, body);
    }

    private Answer get(String path) {
        return send(path, null);
    }

    private Answer send(String path, @Nullable String body) {
        HttpRequest.Builder request = olga.request(path).header("X-Support-Reason", "a test");
        return olga.send(
                body == null
                        ? request.GET()
                        : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }
}
