package ai.novacore.application.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.backbone.port.out.Replay;
import ai.novacore.application.backbone.port.out.Replay.Difference;
import ai.novacore.application.backbone.port.out.Replay.Status;
import ai.novacore.application.backbone.port.out.ReplayStore;
import ai.novacore.application.backbone.port.out.ReplayStore.Ending;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ReplayStore} promises. */
public abstract class ReplayStoreContract {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00.123456Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    /** An empty one; the same one throughout a test. */
    protected abstract ReplayStore store();

    @Test
    void takesOneOfAProjectionAtATime() {
        assertThat(store().add(asked("rpl_1", "accounts", 0))).isTrue();
        assertThat(store().add(asked("rpl_2", "accounts", 1))).isFalse();
        assertThat(store().add(asked("rpl_3", "usage-ledger", 2))).isTrue();
        assertThat(store().find("rpl_2")).isEmpty();

        assertThat(store().cancel("rpl_1", LATER)).isTrue();
        assertThat(store().add(asked("rpl_4", "accounts", 3))).isTrue();
        assertThat(store().list("accounts", 10)).extracting(Replay::id).containsExactly("rpl_4", "rpl_1");
        assertThat(store().list("accounts", 1)).extracting(Replay::id).containsExactly("rpl_4");
        assertThat(store().latest()).extracting(Replay::id).containsExactlyInAnyOrder("rpl_4", "rpl_3");
    }

    @Test
    void handsOutTheOldestFirst() {
        assertThat(store().take("node_1", NOON)).isEmpty();
        store().add(asked("rpl_2", "usage-ledger", 1));
        store().add(asked("rpl_1", "accounts", 0));

        Replay taken = store().take("node_1", LATER).orElseThrow();

        assertThat(taken.id()).isEqualTo("rpl_1");
        assertThat(taken.status()).isEqualTo(Status.BUILDING);
        assertThat(taken.node()).isEqualTo("node_1");
        assertThat(taken.attempt()).isEqualTo(1);
        assertThat(taken.startedAt()).isEqualTo(LATER);
        assertThat(store().end(taken, ending(Status.SWAPPED))).isTrue();
        assertThat(store().take("node_1", LATER)).map(Replay::id).contains("rpl_2");
    }

    @Test
    void keepsWhatCameOfIt() {
        store().add(asked("rpl_1", "accounts", 0));
        Replay taken = store().take("node_1", NOON).orElseThrow();
        assertThat(store().progress(taken, Status.COMPARING, 70, 100)).isTrue();
        Difference difference = new Difference("account", 1, 2, 3, List.of("usr_ada", "usr_ben"));
        Ending ending = new Ending(Status.REFUSED, LATER, List.of(difference), 12L, "a reason");

        assertThat(store().end(taken, ending)).isTrue();

        Replay found = store().find("rpl_1").orElseThrow();
        assertThat(found)
                .isEqualTo(new Replay(
                        "rpl_1",
                        "accounts",
                        true,
                        "usr_olga",
                        NOON,
                        Status.REFUSED,
                        "node_1",
                        1,
                        70,
                        100,
                        NOON,
                        LATER,
                        List.of(difference),
                        12L,
                        "a reason"));
    }

    @Test
    void believesTheLatestAttemptOnly() {
        store().add(asked("rpl_1", "accounts", 0));
        Replay dead = store().take("node_1", NOON).orElseThrow();
        store().progress(dead, Status.BUILDING, 50, 100);
        Replay alive = store().take("node_2", LATER).orElseThrow();

        assertThat(alive.attempt()).isEqualTo(2);
        assertThat(alive.eventsDone()).isZero();
        assertThat(alive.startedAt()).isEqualTo(NOON);
        assertThat(store().progress(dead, Status.COMPARING, 100, 100)).isFalse();
        assertThat(store().end(dead, ending(Status.SWAPPED))).isFalse();
        assertThat(store().end(alive, ending(Status.SWAPPED))).isTrue();
        assertThat(store().end(alive, ending(Status.FAILED))).isFalse();
        assertThat(store().find("rpl_1")).map(Replay::status).contains(Status.SWAPPED);
    }

    @Test
    void lastsAsLongAsNobodyGivesItUp() {
        store().add(asked("rpl_1", "accounts", 0));
        Replay taken = store().take("node_1", NOON).orElseThrow();

        assertThat(store().cancel("rpl_1", LATER)).isTrue();

        assertThat(store().progress(taken, Status.BUILDING, 1, 2)).isFalse();
        assertThat(store().end(taken, ending(Status.SWAPPED))).isFalse();
        assertThat(store().take("node_1", LATER)).isEmpty();
        assertThat(store().cancel("rpl_1", LATER)).isFalse();
        assertThat(store().cancel("rpl_9", LATER)).isFalse();
        assertThat(store().find("rpl_1")).map(Replay::endedAt).contains(LATER);
    }

    private static Replay asked(String id, String processor, int second) {
        return Replay.asked(id, processor, true, "usr_olga", NOON.plusSeconds(second));
    }

    private static Ending ending(Status status) {
        return new Ending(status, LATER, List.of(), null, null);
    }
}
