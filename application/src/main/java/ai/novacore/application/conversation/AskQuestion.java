package ai.novacore.application.conversation;

import ai.novacore.application.conversation.PrepareTurn.Prepared;
import ai.novacore.application.conversation.TurnLedger.Entry;
import ai.novacore.application.conversation.TurnRunner.Job;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.port.out.IdempotencyKeys;
import ai.novacore.application.conversation.port.out.IdempotencyKeys.Use;
import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;

/**
 * The chat turn, as DESIGN.md section 5 says: recall, reserve and record, answer, settle and record. Whoever asks waits on
 * the calling thread, which should be a virtual one; the answer is given on another, whether or not somebody reads it.
 */
public final class AskQuestion implements AskQuestionUseCase {
    private final PrepareTurn preparation;
    private final TurnPolicy policy;
    private final TierLimits limits;
    private final OpenTurnStore openTurns;
    private final ConversationThreadStore threads;
    private final IdempotencyKeys keys;
    private final RunningTurns running;
    private final IdGenerator ids;
    private final Clock clock;
    private final String node;
    private final TurnLedger ledger;
    private final ChatMetrics metrics;
    private final TurnRunner runner;
    private final TurnFollower follower;

    /**
     * @param node the name of this node, as it renews its lease by
     */
    public AskQuestion(
            PrepareTurn preparation,
            TurnPolicy policy,
            Titles titles,
            TierLimits limits,
            UsageQuery usage,
            ChatModel model,
            CommandDispatcher commands,
            OpenTurnStore openTurns,
            ConversationThreadStore threads,
            IdempotencyKeys keys,
            ReadModels readModels,
            RunningTurns running,
            IdGenerator ids,
            Clock clock,
            MeterRegistry meters,
            String node) {
        this.preparation = preparation;
        this.policy = policy;
        this.limits = limits;
        this.openTurns = openTurns;
        this.threads = threads;
        this.keys = keys;
        this.running = running;
        this.ids = ids;
        this.clock = clock;
        this.node = node;
        this.ledger = new TurnLedger(commands, openTurns, clock);
        this.metrics = new ChatMetrics(meters);
        this.runner = new TurnRunner(model, policy, titles, ledger, readModels, running, metrics, clock);
        this.follower = new TurnFollower(running, openTurns, threads, usage);
    }

    /** What is to be done for the turns of this node as long as there may be any. */
    public KeepTurns keeping() {
        return new KeepTurns(running, openTurns, runner);
    }

    /** The key stands for a turn already, which another request has begun meanwhile. */
    private static final class KeyTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        private final Use use;

        KeyTaken(Use use) {
            super("the key is taken", null, false, false);
            this.use = use;
        }
    }

    @Override
    public Ended ask(Question question, Reader reader) {
        String key = question.idempotencyKey();
        if (key != null) {
            Use earlier = keys.find(question.user(), key).orElse(null);
            if (earlier != null) {
                return again(question, earlier, reader);
            }
        }
        LiveTurn turn;
        try {
            turn = begin(question);
        } catch (KeyTaken e) {
            return again(question, e.use, reader);
        }
        return follower.live(turn, 0, reader);
    }

    @Override
    public Ended follow(UserId user, TurnId turn, long from, Reader reader) {
        return follower.follow(user, turn, from, reader);
    }

    @Override
    public void cancel(UserId user, TurnId id) {
        LiveTurn here = running.find(id, user).orElse(null);
        if (here != null) {
            here.stop("cancelled");
        } else if (openTurns.find(id).filter(open -> open.owner().equals(user)).isPresent()) {
            openTurns.askToStop(id);
        } else if (threads.turn(id).filter(turn -> turn.owner().equals(user)).isEmpty()) {
            throw DomainRejection.notFound();
        }
    }

    private Ended again(Question question, Use earlier, Reader reader) {
        if (!earlier.fingerprint().equals(Fingerprint.of(question))) {
            throw DomainRejection.conflict(
                    "idempotency_key_reused", "This Idempotency-Key was used for another question.");
        }
        return follower.followKnown(question.user(), earlier.turn(), reader);
    }

    /** Records the question, reserves its price, and has it answered. */
    private LiveTurn begin(Question question) {
        Instant asked = clock.instant();
        Verdict verdict = policy.admit(question);
        Prepared prepared = preparation.prepare(question, asked);
        Entry entry = new Entry(
                QuotaId.on(question.user(), asked),
                question.conversation() == null ? new ConversationId(ids.next("cnv_")) : question.conversation(),
                question.user(),
                new TurnId(ids.next("trn_")),
                prepared.prompt().model());
        Begun begun = new Begun(entry.conversation(), entry.turn(), entry.model(), prepared.memoriesUsed());
        LiveTurn turn = new LiveTurn(begun, question.user(), question.keepGoing());
        running.add(turn);
        try {
            long cap = record(entry, prepared, question, verdict, asked);
            runner.start(new Job(
                    entry,
                    turn,
                    prepared.prompt().withMaxOutputTokens(cap),
                    prepared.inputTokens(),
                    prepared.first(),
                    prepared.tier(),
                    asked));
            return turn;
        } catch (RuntimeException e) {
            running.remove(entry.turn());
            if (e instanceof LimitReached limit) {
                metrics.refused(limit);
                ledger.noteExhausted(entry, limit);
            }
            throw e;
        }
    }

    /** Returns the cap of the answer that was granted. */
    private long record(Entry entry, Prepared prepared, Question question, Verdict verdict, Instant asked) {
        long longest = prepared.prompt().maxOutputTokens();
        return ledger.begin(
                new ReserveUsage(
                        entry.quota(),
                        entry.actor(),
                        asked,
                        limits.allowance(prepared.tier()),
                        entry.turn(),
                        prepared.inputTokens(),
                        longest,
                        Math.min(PrepareTurn.MIN_OUTPUT_TOKENS, longest)),
                new StartTurn(
                        entry.conversation(),
                        Actor.member(question.user()),
                        asked,
                        question.user(),
                        entry.turn(),
                        ConversationTitle.of(question.message()),
                        new PersonalText(question.message()),
                        entry.model(),
                        prepared.memoriesUsed(),
                        node,
                        prepared.context(),
                        question.replaces()),
                () -> claimKey(question, entry.turn(), asked),
                () -> policy.admitted(entry, verdict));
    }

    private void claimKey(Question question, TurnId turn, Instant asked) {
        String key = question.idempotencyKey();
        if (key != null) {
            keys.claim(question.user(), key, new Use(Fingerprint.of(question), turn), asked)
                    .ifPresent(earlier -> {
                        throw new KeyTaken(earlier);
                    });
        }
    }
}
