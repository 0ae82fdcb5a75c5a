package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Finish;
import ai.novacore.application.conversation.port.out.OpenTurnStore.Progress;
import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An answer while it is given. One thread writes it; any number of others read it, each at their own pace, so that a slow
 * reader holds up nobody and costs no memory of their own. Its size is bounded by the cap that the model is called with.
 */
final class LiveTurn {
    /** How many pieces of an answer are shown one by one: people see at once that something comes. */
    static final int EAGER_PIECES = 4;

    private final Begun begun;
    private final UserId owner;
    private final boolean keepGoing;
    private final Cancellation cancellation = new Cancellation();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition over = lock.newCondition();
    private final StringBuilder text = new StringBuilder();
    /** Where the first pieces end, as far as they are there. */
    private final int[] firstPieces = new int[EAGER_PIECES];

    private int eager;
    private int saved;
    private long pieces;
    private int position;
    private int readers;
    private @Nullable String stopReason;
    private @Nullable Outcome outcome;

    LiveTurn(Begun begun, UserId owner, boolean keepGoing) {
        this.begun = begun;
        this.owner = owner;
        this.keepGoing = keepGoing;
    }

    /** How a turn ended. */
    sealed interface Outcome {
        /** With an answer, be it cut off. */
        record Answered(Finish finish, TokenUsage usage) implements Outcome {}

        /** With a failure that its readers are told. */
        record Failed(RuntimeException reason) implements Outcome {}

        /** Somebody else had ended it; how, stands in its thread. */
        record Elsewhere() implements Outcome {}
    }

    /** What a reader did not know yet. */
    sealed interface News {
        /** {@code end} is the length of the answer with what was added. */
        record Text(String added, int end) implements News {}

        record Position(int position) implements News {}

        record Over(Outcome outcome) implements News {}

        /** Nothing happened in the time. */
        record Silence() implements News {}
    }

    Begun begun() {
        return begun;
    }

    UserId owner() {
        return owner;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** The model has said a token; it may be shown only later, or never. */
    void count() {
        lock.lock();
        try {
            pieces++;
        } finally {
            lock.unlock();
        }
    }

    /** What may be shown; perhaps nothing. */
    void show(String added) {
        if (added.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            text.append(added);
            if (eager < EAGER_PIECES) {
                firstPieces[eager++] = text.length();
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait for the model, up to this one. */
    void queued(int newPosition) {
        lock.lock();
        try {
            position = newPosition;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end(Outcome how) {
        lock.lock();
        try {
            outcome = how;
            news.signalAll();
            over.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Stops the model; only the first reason counts. */
    void stop(String reason) {
        lock.lock();
        try {
            if (stopReason == null) {
                stopReason = reason;
            }
        } finally {
            lock.unlock();
        }
        cancellation.cancel();
    }

    void readerCame() {
        lock.lock();
        try {
            readers++;
        } finally {
            lock.unlock();
        }
    }

    void readerLeft() {
        boolean unread;
        lock.lock();
        try {
            readers--;
            unread = readers == 0 && !keepGoing && outcome == null;
        } finally {
            lock.unlock();
        }
        if (unread) {
            stop("reader_left");
        }
    }

    /** Waits for something that a reader of so much does not know. The first pieces come one by one, the rest together. */
    News await(long known, int knownPosition, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (true) {
                if (text.length() > known) {
                    int end = Arrays.stream(firstPieces)
                            .filter(place -> place > known)
                            .findFirst()
                            .orElse(text.length());
                    return new News.Text(text.substring(Answers.whole(text, (int) known), end), end);
                }
                if (outcome != null) {
                    return new News.Over(outcome);
                }
                if (position != knownPosition) {
                    return new News.Position(position);
                }
                if (left <= 0) {
                    return new News.Silence();
                }
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for an answer was interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the end, or for so long. */
    void awaitEnd(Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (outcome == null && left > 0) {
                left = over.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for an answer was interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    /** What is to be saved; counts as saved only when {@link #saved} says so. */
    Progress progress() {
        lock.lock();
        try {
            return new Progress(begun.turn(), text.substring(saved), pieces);
        } finally {
            lock.unlock();
        }
    }

    void saved(Progress progress) {
        lock.lock();
        try {
            saved += progress.added().length();
        } finally {
            lock.unlock();
        }
    }

    String reply() {
        lock.lock();
        try {
            return text.toString();
        } finally {
            lock.unlock();
        }
    }

    long pieces() {
        lock.lock();
        try {
            return pieces;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the model has not begun to read the question. */
    boolean isWaiting() {
        lock.lock();
        try {
            return position > 0;
        } finally {
            lock.unlock();
        }
    }

    String stopReason() {
        lock.lock();
        try {
            return stopReason == null ? "cancelled" : stopReason;
        } finally {
            lock.unlock();
        }
    }
}
