package ai.novacore.application.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.backbone.port.out.ReadModelCopies;
import ai.novacore.application.backbone.port.out.Replay;
import ai.novacore.application.backbone.port.out.Replay.Difference;
import ai.novacore.application.backbone.port.out.Replay.Status;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.Projection;
import ai.novacore.domain.shared.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunningReplays {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private final InMemoryReplays replays = new InMemoryReplays();
    private final ScriptedCopies copies = new ScriptedCopies();
    private final ManualClock clock = new ManualClock();
    private final RunReplays running = new RunReplays(replays, copies, List.of(new Nothing()), "node_1", clock);

    @Test
    void swapsWhatIsTheSame() {
        assertThat(run(false).status()).isEqualTo(Status.SWAPPED);

        assertThat(copies.done).containsExactly("begin rpl_1_1", "build", "build", "swap false", "close");
        assertThat(replay().readersWaitedMillis()).isEqualTo(7);
        assertThat(replay().progress()).isEqualTo(1);
    }

    @Test
    void refusesWhatDiffersUnlessTold() {
        copies.differences = List.of(new Difference("account", 1, 0, 0, List.of("usr_ada")));

        assertThat(run(false).status()).isEqualTo(Status.REFUSED);
        assertThat(replay().differences()).isEqualTo(copies.differences);

        replays.add(Replay.asked("rpl_2", "accounts", true, "usr_olga", NOON.plusSeconds(1)));
        running.runAll();
        assertThat(replays.find("rpl_2")).map(Replay::status).contains(Status.SWAPPED);
    }

    @Test
    void saysWhyItFailedAndNothingOfWhatEventsSay() {
        copies.failure = new IllegalStateException("my cat is called Lumen");
        assertThat(run(false).status()).isEqualTo(Status.FAILED);
        assertThat(replay().failure())
                .startsWith("java.lang.IllegalStateException at ")
                .doesNotContain("Lumen");
        assertThat(copies.done).endsWith("close");
    }

    @Test
    void givesUpWhatSoManyNodesDiedOver() {
        replays.add(Replay.asked("rpl_1", "accounts", false, "usr_olga", NOON));
        for (int attempt = 0; attempt < 5; attempt++) {
            replays.take("node_0", NOON);
        }

        assertThat(running.runAll()).isEqualTo(1);

        assertThat(replay().status()).isEqualTo(Status.FAILED);
        assertThat(replay().failure()).contains("5 attempts");
        assertThat(copies.done).isEmpty();
    }

    @Test
    void stopsWhenItIsGivenUp() {
        copies.meanwhile = () -> replays.cancel("rpl_1", NOON);

        assertThat(run(false).status()).isEqualTo(Status.CANCELLED);

        assertThat(copies.done).contains("close").doesNotContain("swap false");
    }

    @Test
    void leavesWhatItWasDoingToTheNextNode() {
        copies.meanwhile = running::stop;
        copies.failure = new IllegalStateException("everything around it stops");

        assertThat(run(false).status()).isEqualTo(Status.BUILDING);
        assertThat(running.runAll()).isZero();
    }

    private Replay run(boolean swapWhenDifferent) {
        replays.add(Replay.asked("rpl_1", "accounts", swapWhenDifferent, "usr_olga", NOON));
        running.runAll();
        return replay();
    }

    private Replay replay() {
        return replays.find("rpl_1").orElseThrow();
    }

    private static final class Nothing implements Projection {
        @Override
        public String name() {
            return "accounts";
        }

        @Override
        public void project(DomainEvent event) {
            throw new AssertionError("the copies are scripted");
        }
    }

    /** Copies that are complete at the second go. */
    private static final class ScriptedCopies implements ReadModelCopies {
        private final List<String> done = new ArrayList<>();
        private List<Difference> differences = List.of();
        private @Nullable RuntimeException failure;
        private Runnable meanwhile = () -> {};

        @Override
        public Set<String> replayable() {
            return Set.of("accounts");
        }

        @Override
        public Copy begin(Projection projection, String name) {
            done.add("begin " + name);
            return new Copy() {
                private int builds;

                @Override
                public Built build() {
                    done.add("build");
                    meanwhile.run();
                    if (failure != null) {
                        throw failure;
                    }
                    builds++;
                    return new Built(builds, 2, builds == 2);
                }

                @Override
                public Outcome swap(boolean whenDifferent, LastWord last) {
                    done.add("swap " + whenDifferent);
                    boolean swapped =
                            (differences.isEmpty() || whenDifferent) && last.agree(differences, Duration.ofMillis(7));
                    return new Outcome(swapped, differences, Duration.ZERO);
                }

                @Override
                public void close() {
                    done.add("close");
                }
            };
        }
    }
}
