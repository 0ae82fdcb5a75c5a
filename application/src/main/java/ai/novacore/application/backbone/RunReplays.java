package ai.novacore.application.backbone;

import ai.novacore.application.backbone.port.out.ReadModelCopies;
import ai.novacore.application.backbone.port.out.ReadModelCopies.Built;
import ai.novacore.application.backbone.port.out.ReadModelCopies.BusyException;
import ai.novacore.application.backbone.port.out.ReadModelCopies.Copy;
import ai.novacore.application.backbone.port.out.ReadModelCopies.Outcome;
import ai.novacore.application.backbone.port.out.ReadModelCopies.UnfitEventException;
import ai.novacore.application.backbone.port.out.Replay;
import ai.novacore.application.backbone.port.out.Replay.Difference;
import ai.novacore.application.backbone.port.out.Replay.Status;
import ai.novacore.application.backbone.port.out.ReplayStore;
import ai.novacore.application.backbone.port.out.ReplayStore.Ending;
import ai.novacore.application.shared.Projection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries replays out, one after the other. A node that dies over one leaves it to the next, which begins anew. */
public final class RunReplays {
    private static final Logger LOG = LoggerFactory.getLogger(RunReplays.class);

    /** A replay that so many nodes died over is not tried on another one. */
    private static final int MOST_ATTEMPTS = 5;

    private static final Duration BETWEEN_NOTES = Duration.ofMillis(250);

    private final ReplayStore replays;
    private final ReadModelCopies copies;
    private final List<Projection> projections;
    private final String node;
    private final Clock clock;
    private volatile boolean stopping;

    /** @param node the name of this one */
    public RunReplays(
            ReplayStore replays, ReadModelCopies copies, List<Projection> projections, String node, Clock clock) {
        this.replays = replays;
        this.copies = copies;
        this.projections = List.copyOf(projections);
        this.node = node;
        this.clock = clock;
    }

    /**
     * Carries out what is to be done now. Must run on one node at a time.
     *
     * @return how many replays were worked on
     */
    public int runAll() {
        int worked = 0;
        while (!stopping) {
            Optional<Replay> next = replays.take(node, clock.instant());
            if (next.isEmpty()) {
                break;
            }
            run(next.get());
            worked++;
        }
        return worked;
    }

    /** Leaves what is being worked on to the next node. */
    public void stop() {
        stopping = true;
    }

    private void run(Replay replay) {
        LOG.info("Replaying {}, attempt {}", replay.processor(), replay.attempt());
        try {
            carryOut(replay);
        } catch (UnfitEventException | BusyException | GivenUp e) {
            fail(replay, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            fail(replay, sortOf(e), e);
        }
    }

    private void carryOut(Replay replay) {
        Projection projection = projections.stream()
                .filter(one -> one.name().equals(replay.processor()))
                .findFirst()
                .orElseThrow(() -> new GivenUp("there is no such projection any more"));
        if (replay.attempt() > MOST_ATTEMPTS) {
            throw new GivenUp("given up after " + MOST_ATTEMPTS + " attempts");
        }
        try (Copy copy = copies.begin(projection, replay.id() + "_" + replay.attempt())) {
            Built built = build(copy, replay);
            if (built == null || !replays.progress(replay, Status.COMPARING, built.eventsDone(), built.eventsTotal())) {
                LOG.info("The replay of {} was given up", replay.processor());
                return;
            }
            Outcome outcome = copy.swap(
                    replay.swapWhenDifferent(),
                    (differences, waited) -> replays.end(
                            replay, new Ending(Status.SWAPPED, clock.instant(), differences, waited.toMillis(), null)));
            tell(replay, built, outcome);
        }
    }

    /** Absent when it is to stop. */
    private @Nullable Built build(Copy copy, Replay replay) {
        Instant noted = Instant.EPOCH;
        while (true) {
            Built built = copy.build();
            Instant now = clock.instant();
            if (built.complete()) {
                return built;
            }
            if (noted.plus(BETWEEN_NOTES).isBefore(now)) {
                if (stopping || !replays.progress(replay, Status.BUILDING, built.eventsDone(), built.eventsTotal())) {
                    return null;
                }
                noted = now;
            }
        }
    }

    private void tell(Replay replay, Built built, Outcome outcome) {
        if (outcome.swapped()) {
            LOG.info(
                    "Replayed {}: {} events, {} tables differed, readers waited {} ms at the most",
                    replay.processor(),
                    built.eventsDone(),
                    outcome.differences().size(),
                    outcome.readersWaited().toMillis());
        } else if (end(replay, Status.REFUSED, outcome.differences(), null)) {
            LOG.warn(
                    "The replay of {} came to something else than what is shown, which was left as it is: {}",
                    replay.processor(),
                    outcome.differences().stream().map(Difference::table).toList());
        }
    }

    private void fail(Replay replay, String why, RuntimeException cause) {
        // What fails because everything around it stops is taken up again.
        if (!stopping && end(replay, Status.FAILED, List.of(), why)) {
            LOG.error("The replay of {} failed: {}", replay.processor(), why);
            LOG.debug("Where", cause);
        }
    }

    private boolean end(Replay replay, Status status, List<Difference> differences, @Nullable String failure) {
        return replays.end(replay, new Ending(status, clock.instant(), differences, null, failure));
    }

    /** What sort of failure it was and where; not its message, which may quote what is nobody's business. */
    private static String sortOf(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** It cannot be done, for a reason that may be shown. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp(String message) {
            super(message);
        }
    }
}
