package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.axon.Backbone;
import ai.novacore.application.axon.DomainJson;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was deleted stands in no table of any schema, in no statistics and in no log line; docs/personal-data.md says the
 * same of everything else. The words are none that a text of the product, a random id or a clock could spell.
 */
class DeletingForGood {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NOTED = "zanzibarquokka";
    private static final String CORRECTED = "tasmaniaquokka";
    private static final String SAID = "kittiwakeling";
    private static final String CALLED = "Wilhelminaquokka";

    private static final JsonMapper READABLE =
            JsonMapper.builder().addModule(new DomainJson()).build();

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final CapturedLogs logs = new CapturedLogs();
    private final List<String> logged = new ArrayList<>();
    private Product product = Product.startOn(database, CapturedLogs.DETAILED);

    @BeforeEach
    void startKnowingThatItWouldBeFound() {
        database.execute(
                "create table public.planted as select 'A planted " + NOTED + "' as word from generate_series(1, 20)");
        assertThat(placesOf(NOTED)).containsExactly("pg_catalog.pg_stats", "public.planted");
        database.execute("drop table public.planted");
        assertThat(placesOf(NOTED)).isEmpty();
    }

    @AfterEach
    void close() {
        product.close();
        logs.close();
        database.close();
    }

    @Test
    void leavesNothingOfADeletedMemory() {
        Caller ada = Caller.member(product.address());
        String note = keep(ada, "My boat is called " + NOTED + ".");
        ada.get("/api/memory/search?q=" + NOTED);
        assertThat(placesOf(NOTED)).contains("readmodel.memory_index", "readmodel.memory_shelf");
        assertThat(ada.send(ada.request("/api/memory/memories/" + note)
                                .header("Content-Type", "application/json")
                                .method("PATCH", Caller.json("content", "My boat is called " + CORRECTED + ".")))
                        .status())
                .isEqualTo(200);

        delete(ada, "/api/memory/memories/" + note);

        settle();
        assertThat(placesOf(NOTED)).isEmpty();
        assertThat(placesOf(CORRECTED)).isEmpty();
        replay();
        assertThat(placesOf(NOTED)).isEmpty();
        assertThat(placesOf(CORRECTED)).isEmpty();
        assertThat(allLogs()).doesNotContain(NOTED, CORRECTED);
    }

    @Test
    void leavesWhatWasSaidInItsConversationUntilThatIsDeleted() {
        Caller ada = Caller.member(product.address());
        ada.ask("The " + SAID + " is asleep.");
        settle();
        String conversation =
                onlyItem(ada, "/api/intelligence/conversations").path("id").asString();
        assertThat(placesOf(SAID)).contains("readmodel.memory_shelf", "readmodel.conversation_turn");

        delete(
                ada,
                "/api/memory/memories/"
                        + onlyItem(ada, "/api/memory/memories").path("id").asString());
        settle();
        assertThat(placesOf(SAID)).isNotEmpty().allMatch(table -> table.startsWith("readmodel.conversation"));

        delete(ada, "/api/intelligence/conversations/" + conversation);
        settle();
        assertThat(placesOf(SAID)).isEmpty();
        assertThat(allLogs()).doesNotContain(SAID);
    }

    /** Item 32 of our checklist: also the log itself can't be read any more, by whoever has all the keys there are. */
    @Test
    void leavesNothingOfSomebodyErased() {
        Caller ada = Caller.member(product.address());
        assertThat(ada.send(ada.request("/auth/me")
                                .header("Content-Type", "application/json")
                                .method("PATCH", Caller.json("displayName", CALLED)))
                        .status())
                .isEqualTo(200);
        keep(ada, "My boat is called " + NOTED + ".");
        ada.ask("The " + SAID + " is asleep.");
        settle();
        assertThat(eventsAsRead()).contains(NOTED, SAID, CALLED.toLowerCase(Locale.ROOT), ada.email());

        assertThat(ada.send(ada.request("/auth/me")
                                .header("Content-Type", "application/json")
                                .method("DELETE", Caller.json("password", Caller.PASSWORD)))
                        .status())
                .isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> product.bean(EventLog.class).after(0, null, 1_000).stream()
                        .anyMatch(recorded -> recorded.event() instanceof UserErased));
        settle();

        for (String word : List.of(NOTED, SAID, CALLED, ada.email())) {
            assertThat(placesOf(word)).isEmpty();
        }
        assertThat(eventsAsRead())
                .isNotEmpty()
                .doesNotContain(NOTED, SAID, CALLED.toLowerCase(Locale.ROOT), ada.email());
        replay();
        for (String word : List.of(NOTED, SAID, CALLED, ada.email(), "erased.invalid")) {
            assertThat(placesOf(word)).isEmpty();
        }
        assertThat(allLogs()).doesNotContain(NOTED, SAID, CALLED.toLowerCase(Locale.ROOT), ada.email());
    }

    private static String keep(Caller member, String content) {
        Caller.Answer kept = member.post("/api/memory/memories", Caller.text("content", content));
        assertThat(kept.status()).isEqualTo(201);
        return kept.json().path("id").asString();
    }

    private static void delete(Caller member, String path) {
        assertThat(member.send(member.request(path).DELETE()).status()).isEqualTo(204);
    }

    private static JsonNode onlyItem(Caller member, String path) {
        JsonNode items = member.get(path).json().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private void settle() {
        assertThat(product.bean(Backbone.class).awaitReadModels(PATIENCE)).isTrue();
    }

    /** Starts again with nothing in memory, and builds all that can be read from the log. */
    private void replay() {
        logged.addAll(CapturedLogs.lines(product.data()));
        product.close();
        product = Product.startOn(database, CapturedLogs.DETAILED, "--nova.replay-read-models=true");
        settle();
    }

    private String allLogs() {
        return (String.join("\n", logged) + String.join("\n", CapturedLogs.lines(product.data())) + logs.printed())
                .toLowerCase(Locale.ROOT);
    }

    /** The log as the product reads it, with the keys that there are. */
    private String eventsAsRead() {
        return product.bean(EventLog.class).after(0, null, 10_000).stream()
                .map(recorded -> READABLE.writeValueAsString(recorded.event()))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /** Every table, and the planner's statistics, in which a word stands somewhere, as text or as bytes. */
    private List<String> placesOf(String word) {
        jdbc.sql("analyze").update();
        List<String> tables =
                jdbc.sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                        union all select 'pg_catalog.pg_stats' order by 1""").query((row, number) -> row.getString(1)).list();
        assertThat(tables).contains("eventstore.event", "eventstore.dead_letter", "public.scheduled_tasks");
        String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        return tables.stream()
                .filter(table -> jdbc.sql(
                                "select exists (select 1 from " + table
                                        + " row where strpos(lower(row::text), lower(:word)) > 0 or strpos(row::text, :bytes) > 0)")
                        .param("word", word)
                        .param("bytes", bytes)
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
