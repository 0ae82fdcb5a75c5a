package ai.novacore.application.conversation;

import ai.novacore.application.conversation.LiveTurn.Outcome;
import ai.novacore.application.conversation.TurnLedger.Entry;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Finish;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.policy.port.in.AnswerScreen;
import ai.novacore.application.policy.port.in.PolicyBlocked;
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
    private final TurnPolicy policy;
    private final Titles titles;
    private final TurnLedger ledger;
    private final ReadModels readModels;
    private final RunningTurns running;
    private final ChatMetrics metrics;
    private final Clock clock;
    private final Queue<Unrecorded> unrecorded = new ConcurrentLinkedQueue<>();

    TurnRunner(
            ChatModel model,
            TurnPolicy policy,
            Titles titles,
            TurnLedger ledger,
            ReadModels readModels,
            RunningTurns running,
            ChatMetrics metrics,
            Clock clock) {
        this.model = model;
        this.policy = policy;
        this.titles = titles;
        this.ledger = ledger;
        this.readModels = readModels;
        this.running = running;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A turn that has begun. */
    record Job(
            Entry entry, LiveTurn live, Prompt prompt, long estimatedInput, boolean first, Tier tier, Instant asked) {}

    private record Unrecorded(Job job, Supplier<Outcome> ending, RuntimeException reason, Instant giveUp) {}

    /** Begins to answer, and returns. */
    void start(Job job) {
        Thread.ofVirtual().name("turn").start(Correlation.carrying(() -> run(job)));
    }

    /** Whatever happens, the turn ends: nobody else would end it while this node lives. */
    private void run(Job job) {
        Supplier<Outcome> ending;
        try {
            ending = answer(job);
        } catch (RuntimeException | Error e) {
            RuntimeException broken = new IllegalStateException("a turn broke off inside", e);
            ending = new Ending(job, () -> {}).withoutAnswer(TurnFailures.INTERNAL, broken);
        }
        record(job, ending, clock.instant().plus(LONGEST_DELAY));
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
        AnswerScreen screen = policy.screen();
        Ending ending = new Ending(job, () -> policy.judged(job.entry(), screen.verdict()));
        Instant called = clock.instant();
        try {
            Completion completion = model.answer(job.prompt(), new Writing(live, screen), live.cancellation());
            live.show(screen.end());
            return ending.with(completion);
        } catch (PolicyBlocked e) {
            live.show(e.before());
            return ending.withoutAnswer(TurnFailures.POLICY_BLOCKED, e);
        } catch (ModelFailure e) {
            return ending.withoutAnswer(e.kind().code(), e);
        } catch (RuntimeException e) {
            return ending.withoutAnswer(TurnFailures.INTERNAL, e);
        } finally {
            metrics.answered(Duration.between(called, clock.instant()));
        }
    }

    /** The ways in which a turn ends, each to be recorded now or later. */
    private final class Ending {
        private final Job job;
        private final LiveTurn live;
        private final Runnable decision;

        Ending(Job job, Runnable decision) {
            this.job = job;
            this.live = job.live();
            this.decision = decision;
        }

        Supplier<Outcome> with(Completion completion) {
            TokenUsage used = used(completion);
            return switch (completion.finish()) {
                case STOP -> () -> complete(FinishReason.STOP, Finish.STOP, used);
                case LENGTH -> () -> complete(FinishReason.LENGTH, Finish.LENGTH, used);
                case CANCELLED -> live.isWaiting() ? this::callOff : () -> interrupt(used);
            };
        }

        /** What was said so far is kept and paid for; when nothing was, the reservation is given back. */
        Supplier<Outcome> withoutAnswer(String code, RuntimeException reason) {
            String reply = live.reply();
            TokenUsage soFar = new TokenUsage(job.estimatedInput(), live.pieces());
            return reply.isEmpty()
                    ? () -> ledger.fail(job.entry(), code, decision)
                            ? new Outcome.Failed(reason)
                            : new Outcome.Elsewhere()
                    : () -> told(
                            ledger.interrupt(job.entry(), reply, code, soFar, decision),
                            soFar,
                            new Outcome.Failed(reason));
        }

        private Outcome complete(FinishReason reason, Finish finish, TokenUsage used) {
            return told(
                    ledger.complete(job.entry(), live.reply(), reason, used, decision),
                    used,
                    new Outcome.Answered(finish, used));
        }

        private Outcome interrupt(TokenUsage used) {
            return told(
                    ledger.interrupt(job.entry(), live.reply(), live.stopReason(), used, decision),
                    used,
                    new Outcome.Answered(Finish.INTERRUPTED, used));
        }

        private Outcome callOff() {
            return told(
                    ledger.callOff(job.entry(), live.stopReason(), decision),
                    TokenUsage.NONE,
                    new Outcome.Answered(Finish.INTERRUPTED, TokenUsage.NONE));
        }

        /** The outcome, when it was this that ended the turn. */
        private Outcome told(boolean ended, TokenUsage used, Outcome outcome) {
            if (!ended) {
                return new Outcome.Elsewhere();
            }
            metrics.ended(job.tier(), job.entry().model(), used, Duration.between(job.asked(), clock.instant()));
            return outcome;
        }

        /** The model's own counts, where it gave them; else the estimate of the prompt, and the pieces that came. */
        private TokenUsage used(Completion completion) {
            return completion.inputTokens() > 0
                    ? new TokenUsage(completion.inputTokens(), completion.outputTokens())
                    : new TokenUsage(job.estimatedInput(), Math.max(live.pieces(), completion.outputTokens()));
        }
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
        if (job.first() && outcome instanceof Outcome.Answered answered && answered.finish() != Finish.INTERRUPTED) {
            titles.find(job.entry(), job.prompt().question(), job.live().reply());
        }
    }

    /** Writes down what the model says and may say. */
    private record Writing(LiveTurn live, AnswerScreen screen) implements ChatModel.Listener {
        @Override
        public void text(String piece) {
            live.count();
            live.show(screen.add(Answers.storable(piece)));
        }

        @Override
        public void queued(int position) {
            live.queued(position);
        }
    }
}
