package ai.novacore.application.conversation;

import ai.novacore.application.conversation.LiveTurn.News;
import ai.novacore.application.conversation.LiveTurn.Outcome;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Finish;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Reader;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.conversation.port.out.OpenTurnStore.OpenTurn;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.conversation.readmodel.ThreadTurn.Status;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings answers to readers: that of a turn on this node as it is given, that of a turn on another node as far as it was
 * saved, and that of a turn that has ended from its thread.
 */
final class TurnFollower {
    /** Text comes at most this often, so that a fast model costs few messages and still seems to flow. */
    private static final Duration GATHERING = Duration.ofMillis(20);
    /** Shorter than proxies take for a dead connection. */
    private static final Duration SILENCE = Duration.ofSeconds(10);
    /** How often a turn of another node is looked at; it saves twice a second. */
    private static final Duration LOOK = Duration.ofMillis(250);
    /** How long the thread may take to show a turn, or its end. */
    private static final Duration LAG = Duration.ofSeconds(30);

    /** How long a turn may be nowhere to be seen that is known to have begun: nobody sees it whose thread was deleted. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RunningTurns running;
    private final OpenTurnStore openTurns;
    private final ConversationThreadStore threads;
    private final UsageQuery usage;

    TurnFollower(RunningTurns running, OpenTurnStore openTurns, ConversationThreadStore threads, UsageQuery usage) {
        this.running = running;
        this.openTurns = openTurns;
        this.threads = threads;
        this.usage = usage;
    }

    /** Follows a turn, wherever it is. */
    Ended follow(UserId user, TurnId turn, long from, Reader reader) {
        return follow(user, turn, from, reader, Duration.ZERO);
    }

    /** Follows a turn from its beginning that is known to have begun, so that its thread only may be behind. */
    Ended followKnown(UserId user, TurnId turn, Reader reader) {
        return follow(user, turn, 0, reader, PATIENCE);
    }

    private Ended follow(UserId user, TurnId turn, long from, Reader reader, Duration patience) {
        Optional<LiveTurn> live = running.find(turn, user);
        return live.isPresent() ? live(live.get(), from, reader) : elsewhere(user, turn, from, reader, patience);
    }

    /** Follows a turn of this node. When its last reader leaves, it stops, unless it was to keep going. */
    Ended live(LiveTurn turn, long from, Reader reader) {
        Outcome outcome;
        turn.readerCame();
        try {
            reader.begun(turn.begun());
            outcome = read(turn, from, reader);
        } finally {
            turn.readerLeft();
        }
        return switch (outcome) {
            case Outcome.Answered(Finish finish, TokenUsage used) ->
                new Ended(turn.begun(), turn.reply(), finish, used, usage.quota(turn.owner()));
            case Outcome.Failed(RuntimeException reason) -> throw reason;
            case Outcome.Elsewhere() ->
                elsewhere(turn.owner(), turn.begun().turn(), turn.reply().length(), new Further(reader), PATIENCE);
        };
    }

    private static Outcome read(LiveTurn turn, long from, Reader reader) {
        long known = from;
        int position = 0;
        int pieces = 0;
        while (true) {
            switch (turn.await(known, position, SILENCE)) {
                case News.Text(String added, int end) -> {
                    reader.text(added, end);
                    known = end;
                    if (++pieces >= LiveTurn.EAGER_PIECES) {
                        // Meanwhile more comes together.
                        turn.awaitEnd(GATHERING);
                    }
                }
                case News.Position(int now) -> {
                    reader.queued(now);
                    position = now;
                }
                case News.Silence() -> reader.idle();
                case News.Over(Outcome outcome) -> {
                    return outcome;
                }
            }
        }
    }

    private Ended elsewhere(UserId user, TurnId id, long from, Reader reader, Duration patience) {
        ThreadTurn turn = shown(user, id, patience);
        Begun begun = new Begun(turn.conversation(), id, turn.model(), turn.memoriesUsed());
        reader.begun(begun);
        long known = from;
        Duration quiet = Duration.ZERO;
        Optional<OpenTurn> open = openTurns.find(id);
        while (open.isPresent()) {
            long end = tell(open.get().reply(), known, reader);
            quiet = end > known ? Duration.ZERO : quiet.plus(LOOK);
            known = end;
            if (quiet.compareTo(SILENCE) >= 0) {
                reader.idle();
                quiet = Duration.ZERO;
            }
            pause();
            open = openTurns.find(id);
        }
        ThreadTurn ended = ended(user, id);
        String reply = Objects.requireNonNullElse(ended.reply(), "");
        tell(reply, known, reader);
        return new Ended(begun, reply, finish(ended), used(ended), usage.quota(user));
    }

    /** How much is known afterwards. */
    private static long tell(String reply, long known, Reader reader) {
        if (reply.length() <= known) {
            return known;
        }
        reader.text(reply.substring(Answers.whole(reply, (int) known)), reply.length());
        return reply.length();
    }

    /**
     * The turn in its thread, which may take a moment to show it.
     *
     * @param patience how long a turn is waited for that is nowhere to be seen
     */
    private ThreadTurn shown(UserId user, TurnId id, Duration patience) {
        for (Duration waited = Duration.ZERO; waited.compareTo(LAG) < 0; waited = waited.plus(LOOK)) {
            boolean open = openTurns.find(id).isPresent();
            Optional<ThreadTurn> turn = threads.turn(id);
            if (turn.isPresent()) {
                return turn.filter(found -> found.owner().equals(user)).orElseThrow(DomainRejection::notFound);
            }
            if (!open && waited.compareTo(patience) >= 0) {
                throw DomainRejection.notFound();
            }
            pause();
        }
        throw behind();
    }

    /** The turn with its end, which may take a moment to be shown. */
    private ThreadTurn ended(UserId user, TurnId id) {
        for (Duration waited = Duration.ZERO; waited.compareTo(LAG) < 0; waited = waited.plus(LOOK)) {
            ThreadTurn turn = shown(user, id, Duration.ZERO);
            if (turn.status() != Status.STARTED) {
                return turn;
            }
            pause();
        }
        throw behind();
    }

    private static IllegalStateException behind() {
        return new IllegalStateException("the thread is far behind the log");
    }

    private static Finish finish(ThreadTurn turn) {
        return switch (turn.status()) {
            case COMPLETED -> turn.finishReason() == FinishReason.LENGTH ? Finish.LENGTH : Finish.STOP;
            case INTERRUPTED -> {
                Optional<RuntimeException> failure = TurnFailures.breakingOff(turn.failure());
                if (failure.isPresent()) {
                    throw failure.get();
                }
                yield Finish.INTERRUPTED;
            }
            case FAILED, STARTED -> throw TurnFailures.failing(turn.failure());
        };
    }

    private static TokenUsage used(ThreadTurn turn) {
        return Objects.requireNonNullElse(turn.usage(), TokenUsage.NONE);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for an answer was interrupted", e);
        }
    }

    /** A reader who knows already which turn it is. */
    private record Further(Reader reader) implements Reader {
        @Override
        public void begun(Begun begun) {}

        @Override
        public void text(String text, long end) {
            reader.text(text, end);
        }

        @Override
        public void idle() {
            reader.idle();
        }
    }
}
