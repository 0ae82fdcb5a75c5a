package ai.novacore.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** For any order in which questions come, are answered and are given up (generated, by seed). */
class SharingAModelFairly {
    private static final int STEPS = 400;

    private final Map<Place, Integer> arrival = new HashMap<>();
    private final Map<Place, Integer> passedBy = new HashMap<>();

    /** How many turns of its owner it took until it was served, when it came. */
    private final Map<Place, Integer> turns = new HashMap<>();

    private final List<Place> inside = new ArrayList<>();

    @RepeatedTest(200)
    void keepsTheBoundTheOrderAndTheRound(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int atOnce = 1 + random.nextInt(4);
        int members = 1 + random.nextInt(6);
        ModelQueue queue = new ModelQueue(atOnce, STEPS, Duration.ofHours(1), new SimpleMeterRegistry());

        for (int step = 0; step < STEPS; step++) {
            List<Place> before = waiting();
            int choice = random.nextInt(10);
            if (choice < 5 || inside.isEmpty()) {
                Place place = queue.enter("a", new UserId("usr_" + random.nextInt(members)));
                arrival.put(place, step);
                turns.put(
                        place, 1 + (int) before.stream().filter(ownedBy(place)).count());
                inside.add(place);
            } else {
                Place place = inside.remove(random.nextInt(inside.size()));
                boolean answered = place.position() == Place.TURN;
                boolean wasAlone = before.isEmpty();
                if (answered) {
                    place.close();
                } else {
                    queue.giveUp(place);
                }
                assertThat(place.position()).isEqualTo(Place.LEFT);
                if (answered && !wasAlone) {
                    servedNext(before, members);
                } else {
                    assertThat(waiting()).isSubsetOf(before);
                }
            }
            holds(queue, atOnce);
        }
    }

    /** The one that was told to be next; it passed by nobody who came before it more often than the round allows. */
    private void servedNext(List<Place> before, int members) {
        Place served = before.getFirst();
        assertThat(served.position()).isEqualTo(Place.TURN);
        for (Place other : before.subList(1, before.size())) {
            if (at(other) < at(served)) {
                assertThat(other.owner()).isNotEqualTo(served.owner());
                assertThat(passedBy.merge(other, 1, Integer::sum))
                        .as("how often it was passed by")
                        .isLessThanOrEqualTo(turns.getOrDefault(other, 0) * (members - 1));
            }
        }
        assertThat(before.stream().filter(ownedBy(served)))
                .as("a member's questions keep their order")
                .allSatisfy(place -> assertThat(at(served)).isLessThanOrEqualTo(at(place)));
    }

    private void holds(ModelQueue queue, int atOnce) {
        long running =
                inside.stream().filter(place -> place.position() == Place.TURN).count();
        List<Place> waiting = waiting();
        assertThat(running).isLessThanOrEqualTo(atOnce).isEqualTo(queue.running("a"));
        assertThat(waiting).hasSize(queue.waiting("a"));
        assertThat(waiting)
                .extracting(Place::position)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, waiting.size()).boxed().toList());
        if (!waiting.isEmpty()) {
            assertThat(running).as("nobody waits while there is room").isEqualTo(atOnce);
        }
        everybodysFirstComesBeforeAnybodysSecond(waiting);
    }

    private static void everybodysFirstComesBeforeAnybodysSecond(List<Place> waiting) {
        Map<Object, Integer> asked = new HashMap<>();
        List<Integer> rounds = waiting.stream()
                .map(place -> asked.merge(place.owner(), 1, Integer::sum))
                .toList();
        assertThat(rounds).isSorted();
    }

    private List<Place> waiting() {
        return inside.stream()
                .filter(place -> place.position() > Place.TURN)
                .sorted(Comparator.comparingInt(Place::position))
                .toList();
    }

    private static Predicate<Place> ownedBy(Place place) {
        return other -> Objects.equals(other.owner(), place.owner());
    }

    private int at(Place place) {
        return arrival.getOrDefault(place, 0);
    }

    @Test
    void passesNobodyOverHoweverManyComeNew() {
        ModelQueue queue = new ModelQueue(1, 10, Duration.ofHours(1), new SimpleMeterRegistry());
        for (int i = 0; i < 3; i++) {
            inside.add(queue.enter("a", new UserId("usr_ada")));
        }
        Place last = inside.getLast();

        int others = 0;
        while (last.position() > Place.TURN) {
            inside.add(queue.enter("a", new UserId("usr_new" + others++)));
            Place answered = inside.stream()
                    .filter(place -> place.position() == Place.TURN)
                    .findFirst()
                    .orElseThrow();
            inside.remove(answered);
            answered.close();
        }

        assertThat(others).as("answers until it was its turn").isEqualTo(3);
    }

    @Test
    void neverLetsMoreInThanMay() throws Exception {
        ModelQueue queue = new ModelQueue(3, 1_000, Duration.ofMinutes(1), new SimpleMeterRegistry());
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                UserId owner = new UserId("usr_" + i % 7);
                boolean impatient = i % 5 == 0;
                Callable<Boolean> question = () -> {
                    try (Place place = queue.enter("a", owner)) {
                        if (impatient) {
                            queue.giveUp(place);
                        }
                        if (!place.await(text -> {})) {
                            return false;
                        }
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(1);
                        running.decrementAndGet();
                        return true;
                    }
                };
                all.add(threads.submit(question));
            }
            for (Future<Boolean> each : all) {
                each.get();
            }
        }

        assertThat(most).hasValueBetween(1, 3);
        assertThat(queue.running("a") + queue.waiting("a")).isZero();
    }
}
