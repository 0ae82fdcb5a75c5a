package ai.novacore.application.conversation;

import ai.novacore.application.conversation.LiveTurn.Outcome;
import ai.novacore.application.conversation.TurnLedger.Entry;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Finish;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.shared.Correlation;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.Tier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has turns answered that have begun, each on a virtual thread of its own, and records how they end. So an answer does not
 * depend on who reads it, and no database connection is held while the model speaks.
 */
final class TurnRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TurnRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** How long an end that cannot be recorded is tried again; then the turn ends as if this node had died. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(2);

    private final ChatModel model;
    private final TurnLedger ledger;
    private final ReadModels readModels;
    private final RunningTurns running;
    private final ChatMetrics metrics;
    private final Clock clock;
    private final Queue<Unrecorded> unrecorded = new ConcurrentLinkedQueue<>();

    TurnRunner(
            ChatModel model,
            TurnLedger ledger,
            ReadModels readModels,
            RunningTurns running,
            ChatMetrics metrics,
            Clock clock) {
        this.model = model;
        this.ledger = ledger;
        this.readModels = readModels;
        this.running = running;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A turn that has begun. */
    record Job(Entry entry, LiveTurn live, Prompt prompt, long estimatedInput, Tier tier, Instant asked) {}

    private record Unrecorded(Job job, Supplier<Outcome> ending, RuntimeException reason, Instant giveUp) {}

    /** Begins to answer, and returns. */
    void start(Job job) {
        Correlation correlation = Correlation.current();
        Thread.ofVirtual().name("turn").start(() -> correlation.run(() -> end(job, answer(job))));
    }

    /** Tries again to record what could not be recorded. */
    void recordAgain() {
        int tries = unrecorded.size();
        for (Unrecorded late = unrecorded.poll(); late != null; late = --tries > 0 ? unrecorded.poll() : null) {
            if (clock.instant().isBefore(late.giveUp())) {
                record(late.job(), late.ending(), late.giveUp());
            } else {
                over(late.job(), new Outcome.Failed(late.reason()));
            }
        }
    }

    /** Has the model answer; what is returned records how that ended, and tells it. */
    private Supplier<Outcome> answer(Job job) {
        LiveTurn live = job.live();
        Instant called = clock.instant();
        try {
            Completion completion = model.answer(job.prompt(), new Writing(live), live.cancellation());
            return ending(job, completion);
        } catch (ModelFailure e) {
            return withoutAnswer(job, e.kind().code(), e);
        } catch (RuntimeException e) {
            return withoutAnswer(job, "internal_error", e);
        } finally {
            metrics.answered(Duration.between(called, clock.instant()));
        }
    }

    private Supplier<Outcome> ending(Job job, Completion completion) {
        LiveTurn live = job.live();
        TokenUsage used = used(job, completion);
        return switch (completion.finish()) {
            case STOP -> () -> complete(job, FinishReason.STOP, Finish.STOP, used);
            case LENGTH -> () -> complete(job, FinishReason.LENGTH, Finish.LENGTH, used);
            case CANCELLED -> live.isWaiting() ? () -> callOff(job) : () -> interrupt(job, used);
        };
    }

    private Outcome complete(Job job, FinishReason reason, Finish finish, TokenUsage used) {
        return told(
                ledger.complete(job.entry(), job.live().reply(), reason, used),
                job,
                used,
                new Outcome.Answered(finish, used));
    }

    private Outcome interrupt(Job job, TokenUsage used) {
        LiveTurn live = job.live();
        return told(
                ledger.interrupt(job.entry(), live.reply(), live.stopReason(), used),
                job,
                used,
                new Outcome.Answered(Finish.INTERRUPTED, used));
    }

    private Outcome callOff(Job job) {
        return told(
                ledger.callOff(job.entry(), job.live().stopReason()),
                job,
                TokenUsage.NONE,
                new Outcome.Answered(Finish.INTERRUPTED, TokenUsage.NONE));
    }

    /** What was said so far is kept and paid for; when nothing was, the reservation is given back. */
    private Supplier<Outcome> withoutAnswer(Job job, String code, RuntimeException reason) {
        String reply = job.live().reply();
        TokenUsage soFar = new TokenUsage(job.estimatedInput(), job.live().pieces());
        return reply.isEmpty()
                ? () -> ledger.fail(job.entry(), code) ? new Outcome.Failed(reason) : new Outcome.Elsewhere()
                : () -> told(ledger.interrupt(job.entry(), reply, code, soFar), job, soFar, new Outcome.Failed(reason));
    }

    /** The outcome, when it was this that ended the turn. */
    private Outcome told(boolean ended, Job job, TokenUsage used, Outcome outcome) {
        if (!ended) {
            return new Outcome.Elsewhere();
        }
        metrics.ended(job.tier(), job.entry().model(), used, Duration.between(job.asked(), clock.instant()));
        return outcome;
    }

    /** The model's own counts, where it gave them; else the estimate of the prompt, and the pieces that came. */
    private static TokenUsage used(Job job, Completion completion) {
        return completion.inputTokens() > 0
                ? new TokenUsage(completion.inputTokens(), completion.outputTokens())
                : new TokenUsage(job.estimatedInput(), Math.max(job.live().pieces(), completion.outputTokens()));
    }

    private void end(Job job, Supplier<Outcome> ending) {
        record(job, ending, clock.instant().plus(LONGEST_DELAY));
    }

    private void record(Job job, Supplier<Outcome> ending, Instant giveUp) {
        Outcome outcome;
        try {
            outcome = ending.get();
        } catch (RuntimeException e) {
            LOG.warn(
                    "How turn {} ended could not be recorded; it is tried again",
                    job.entry().turn().value(),
                    e);
            unrecorded.add(new Unrecorded(job, ending, e, giveUp));
            return;
        }
        over(job, outcome);
    }

    private void over(Job job, Outcome outcome) {
        try {
            readModels.awaitLatest(PATIENCE);
        } finally {
            running.remove(job.entry().turn());
            job.live().end(outcome);
        }
    }

    /** Writes down what the model says. */
    private record Writing(LiveTurn live) implements ChatModel.Listener {
        @Override
        public void text(String piece) {
            live.add(Answers.storable(piece));
        }

        @Override
        public void queued(int position) {
            live.queued(position);
        }
    }
}
