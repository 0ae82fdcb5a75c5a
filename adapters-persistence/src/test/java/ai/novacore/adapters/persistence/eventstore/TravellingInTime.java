package ai.novacore.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.axon.DomainSerializer;
import ai.novacore.application.axon.MaskingJson;
import ai.novacore.application.support.history.TimeTravel;
import ai.novacore.application.support.port.in.HistoryQuery;
import ai.novacore.application.support.port.in.HistoryQuery.Change;
import ai.novacore.application.support.port.in.HistoryQuery.Difference;
import ai.novacore.application.support.port.in.HistoryQuery.Happened;
import ai.novacore.application.support.port.in.HistoryQuery.Kind;
import ai.novacore.application.support.port.in.HistoryQuery.Point;
import ai.novacore.application.support.port.in.HistoryQuery.StateThen;
import ai.novacore.application.support.port.in.HistoryQuery.Subject;
import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.domain.conversation.ConversationDecider;
import ai.novacore.domain.memory.MemoryDecider;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.quota.QuotaDecider;
import ai.novacore.domain.shared.Decider;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.RandomValues;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionDecider;
import ai.novacore.domain.user.UserDecider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The past as the product's own rules tell it, over the real log. */
class TravellingInTime {
    /** Of each kind. */
    private static final int HISTORIES = Boolean.getBoolean("nova.long") ? 100 : 12;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestDatabase database = TestDatabase.fresh();
    private final BackboneOnPostgres node = BackboneOnPostgres.on(database);
    private final HistoryLog log = new EventStoreConfiguration()
            .historyLog(
                    database.dataSource(),
                    new DomainSerializer(node.keys),
                    new JdbcTransactionManager(database.dataSource()));
    private final MaskingJson json = new MaskingJson(node.keys);
    private final HistoryQuery history = new TimeTravel(log, json);

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void isAtEveryPointWhatTheEventsBeforeItFoldTo(Kind kind) {
        Random random = new Random(kind.name().hashCode());
        for (int round = 0; round < HISTORIES; round++) {
            node.jdbc.update("truncate eventstore.event, eventstore.snapshot");
            List<DomainEvent> events =
                    Histories.random(kind, new RandomValues(random.nextLong()), 1 + random.nextInt(20));
            Histories.append(node, kind, 0, events);
            check(new Subject(kind, events.getFirst().id().value()), events, decider(kind));
        }
    }

    @SuppressWarnings("unchecked") // each kind has its own
    private static Decider<?, DomainEvent, Object> decider(Kind kind) {
        return (Decider<?, DomainEvent, Object>) (Decider<?, ?, ?>)
                switch (kind) {
                    case USER -> new UserDecider();
                    case SUBSCRIPTION -> new SubscriptionDecider();
                    case QUOTA -> new QuotaDecider();
                    case MEMORY -> new MemoryDecider();
                    case CONVERSATION -> new ConversationDecider();
                };
    }

    private void check(Subject subject, List<DomainEvent> events, Decider<?, DomainEvent, Object> decider) {
        Object state = decider.initial();
        StateThen before = history.state(subject, new Point.After(HistoryQuery.BEFORE_ALL), true);
        assertThat(before.state()).isEqualTo(json.state(state, true));
        for (int sequence = 0; sequence < events.size(); sequence++) {
            state = decider.evolve(state, events.get(sequence));
            StateThen then = history.state(subject, new Point.After(sequence), true);
            assertThat(then.state()).isEqualTo(json.state(state, true));
            assertThat(then.at()).isEqualTo(events.get(sequence).at());
            assertThat(then.passedOver()).isZero();

            Difference difference =
                    history.difference(subject, new Point.After(sequence - 1), new Point.After(sequence), true);
            assertThat(difference.events())
                    .extracting(Happened::sequence, Happened::payload)
                    .containsExactly(tuple((long) sequence, json.event(events.get(sequence), true)));
            assertThat(applied(before.state(), difference.changes())).isEqualTo(JSON.valueToTree(then.state()));
            before = then;
        }
        assertThat(history.state(subject, new Point.Latest(), true)).isEqualTo(before);
    }

    /** As a client that knows JSON Patch would do it. */
    private static JsonNode applied(Object before, List<Change> changes) {
        JsonNode tree = JSON.valueToTree(before);
        List<Change> removals = new ArrayList<>();
        for (Change change : changes) {
            switch (change.operation()) {
                case REMOVE -> removals.add(change);
                case ADD, REPLACE -> put(tree, change.path(), change.after());
            }
        }
        // From the end, so that places in lists stay what they are.
        removals.reversed().forEach(change -> remove(tree, change.path()));
        return tree;
    }

    private static void put(JsonNode tree, String path, @Nullable Object value) {
        String key = key(path);
        JsonNode parent = tree.at(path.substring(0, path.lastIndexOf('/')));
        if (parent instanceof ArrayNode items) {
            int place = Integer.parseInt(key);
            if (place < items.size()) {
                items.set(place, JSON.<JsonNode>valueToTree(value));
            } else {
                items.add(JSON.<JsonNode>valueToTree(value));
            }
        } else {
            ((ObjectNode) parent).set(key, JSON.<JsonNode>valueToTree(value));
        }
    }

    private static void remove(JsonNode tree, String path) {
        JsonNode parent = tree.at(path.substring(0, path.lastIndexOf('/')));
        if (parent instanceof ArrayNode items) {
            items.remove(Integer.parseInt(key(path)));
        } else {
            ((ObjectNode) parent).remove(key(path));
        }
    }

    private static String key(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }

    @Test
    void goesToInstants() {
        List<DomainEvent> events = stored(3);
        Subject memory = append(events);

        assertThat(history.state(memory, new Point.At(events.getFirst().at().minusSeconds(1)), true)
                        .sequence())
                .isEqualTo(HistoryQuery.BEFORE_ALL);
        for (int sequence = 0; sequence < events.size(); sequence++) {
            Instant at = events.get(sequence).at();
            assertThat(history.state(memory, new Point.At(at), true).sequence()).isEqualTo(sequence);
            assertThat(history.state(memory, new Point.At(at.plusSeconds(59)), true)
                            .sequence())
                    .isEqualTo(sequence);
        }
    }

    @Test
    void startsFromAStateThatWasKept() {
        for (int turn = 0; turn < 40; turn++) {
            node.commands().dispatch(Quotas.reserve("ada", "t" + turn));
            node.commands().dispatch(Quotas.settle("ada", "t" + turn));
        }
        Subject day = new Subject(Kind.QUOTA, "quota_usr_ada_2026-03-14");
        await().until(() -> log.kept(day.id()).isPresent());
        long kept = log.kept(day.id()).orElseThrow().sequence();
        long last = log.lastSequence(day.id()).orElseThrow();
        Object latest = history.state(day, new Point.Latest(), true).state();
        Object early = history.state(day, new Point.After(10), true).state();
        List<Change> changes = history.difference(day, new Point.After(kept - 1), new Point.After(last), true)
                .changes();

        node.jdbc.update("delete from eventstore.snapshot");
        assertThat(history.state(day, new Point.Latest(), true).state()).isEqualTo(latest);
        assertThat(history.state(day, new Point.After(10), true).state()).isEqualTo(early);
        assertThat(history.difference(day, new Point.After(kept - 1), new Point.After(last), true)
                        .changes())
                .isEqualTo(changes);
    }

    @Test
    void refusesPointsThatNeverWere() {
        Subject memory = append(stored(3));

        for (long sequence : List.of(3L, -2L, Long.MAX_VALUE)) {
            assertThatThrownBy(() -> history.state(memory, new Point.After(sequence), true))
                    .isInstanceOfSatisfying(
                            DomainRejection.class, e -> assertThat(e.code()).isEqualTo("not_found"));
        }
        for (Subject nobody : List.of(
                new Subject(Kind.MEMORY, "mem_unknown"),
                new Subject(Kind.MEMORY, "' or true --"),
                new Subject(Kind.USER, memory.id()),
                new Subject(Kind.QUOTA, memory.id()))) {
            assertThatThrownBy(() -> history.events(nobody, -1, 10, true)).isInstanceOf(DomainRejection.class);
        }
    }

    @Test
    void masksPersonalTextAndStillTellsThatItChanged() {
        List<DomainEvent> events = stored(1);
        Subject memory = append(events);
        MemoryStored first = (MemoryStored) events.getFirst();
        node.jdbc.update("truncate eventstore.event");
        Histories.append(
                node, Kind.MEMORY, 0, List.of(first, revised(first, "Tea, no milk"), revised(first, "Tea with milk")));

        assertThat(history.events(memory, -1, 10, false).toString())
                .contains("[masked: 12 characters]", "[masked: 13 characters]")
                .doesNotContain("Tea");
        assertThat(history.events(memory, -1, 10, true).toString()).contains("Tea, no milk");
        Difference difference = history.difference(memory, new Point.After(1), new Point.After(2), false);
        assertThat(difference.changes())
                .contains(new Change(
                        HistoryQuery.Operation.REPLACE,
                        "/content/text",
                        "[masked: 12 characters]",
                        "[masked: 13 characters]"));
        assertThat(difference.toString()).doesNotContain("Tea");
    }

    @Test
    void showsWhatItDoesNotUnderstandAsItIsStored() {
        List<DomainEvent> events = stored(3);
        Subject memory = append(events);
        String sealed =
                "{\"text\": {\"for\": \"usr_0\", \"sealed\": \"" + sealed("A secret") + "\"}, \"mood\": \"blue\"}";
        node.jdbc.update(
                "update eventstore.event set type = 'memory.dreamt/7', payload = ?::json where sequence = 1", sealed);

        Happened dreamt = history.events(memory, 0, 1, false).getFirst();
        assertThat(dreamt.understood()).isFalse();
        assertThat(dreamt.payload())
                .isEqualTo(Map.of("text", "[masked: 8 characters]", "mood", "[masked: 4 characters]"));
        assertThat(history.events(memory, 0, 1, true).getFirst().payload())
                .isEqualTo(Map.of("text", "A secret", "mood", "blue"));
        assertThat(history.state(memory, new Point.Latest(), true).passedOver()).isEqualTo(1);
        assertThat(history.state(memory, new Point.At(Instant.parse("2026-03-21T00:00:00Z")), true)
                        .sequence())
                .isEqualTo(2);
    }

    @Test
    void showsNothingOfWhoIsErased() {
        Subject memory = append(List.of(stored(1).getFirst()));
        assertThat(history.events(memory, -1, 1, true).toString()).contains("Tea 0");

        node.transaction.executeWithoutResult(running -> node.keys.destroy(new UserId("usr_0")));

        assertThat(history.events(memory, -1, 1, true).toString())
                .contains("[erased]")
                .doesNotContain("Tea 0");
    }

    @Test
    void cannotWriteEvenIfItWanted() {
        append(stored(1));
        PostgresHistoryLog strange = new PostgresHistoryLog(
                node.jdbc, new DomainSerializer(node.keys), new JdbcTransactionManager(database.dataSource()));

        assertThatThrownBy(() -> strange.read(db -> db.update("delete from eventstore.event")))
                .hasMessageContaining("read-only transaction");
        assertThat(node.jdbc.queryForObject("select count(*) from eventstore.event", Long.class))
                .isEqualTo(1);
    }

    private String sealed(String text) {
        String sealed = node.transaction.execute(running -> node.keys.seal(new UserId("usr_0"), text));
        assertThat(sealed).isNotNull();
        return sealed;
    }

    private Subject append(List<DomainEvent> events) {
        Histories.append(node, Kind.MEMORY, 0, events);
        return new Subject(Kind.MEMORY, events.getFirst().id().value());
    }

    /** A memory of usr_0 that is stored and then corrected, once a minute. */
    private static List<DomainEvent> stored(int count) {
        return Memories.life("mem_tea", "usr_0", count);
    }

    private static DomainEvent revised(MemoryStored stored, String text) {
        return Memories.revised(stored, 60, text);
    }
}
