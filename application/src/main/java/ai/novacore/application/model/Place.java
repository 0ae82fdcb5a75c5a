package ai.novacore.application.model;

import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The place of one question in the line, until it is closed. */
final class Place implements AutoCloseable {
    /** It is this question's turn: it is answered. */
    static final int TURN = 0;

    /** It waits no more and is not answered any more either. */
    static final int LEFT = -1;

    private final ModelQueue queue;
    private final String model;
    private final @Nullable UserId owner;
    private final long deadline;
    private final Semaphore moved = new Semaphore(0);
    private volatile int position = LEFT;

    /** @param owner null for a question that never waits */
    Place(ModelQueue queue, String model, @Nullable UserId owner, Duration longestWait) {
        this.queue = queue;
        this.model = model;
        this.owner = owner;
        deadline = System.nanoTime() + longestWait.toNanos();
    }

    String model() {
        return model;
    }

    @Nullable UserId owner() {
        return owner;
    }

    /** How many wait until its turn, itself counted; or {@link #TURN}, or {@link #LEFT}. */
    int position() {
        return position;
    }

    /** Called by the line, which guards it. */
    void moveTo(int next) {
        if (position != next) {
            position = next;
            moved.release();
        }
    }

    /**
     * Waits for its turn and tells how far it is.
     *
     * @return false when it was closed meanwhile
     * @throws ModelFailure {@code UNAVAILABLE} when its turn does not come in time
     */
    boolean await(ChatModel.Listener listener) {
        int told = TURN;
        while (true) {
            int now = position;
            if (now == LEFT) {
                return false;
            }
            if (now != told) {
                listener.queued(now);
                told = now;
            }
            if (now == TURN) {
                return true;
            }
            awaitMove();
        }
    }

    private void awaitMove() {
        try {
            if (!moved.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) && position > TURN) {
                throw new ModelFailure(Kind.UNAVAILABLE, "the model's turn for a question did not come in time");
            }
            moved.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Kind.FAILED, "the wait for the model was interrupted", e);
        }
    }

    /** Makes room for the next one; again, without effect. From any thread. */
    @Override
    public void close() {
        queue.leave(this);
    }
}
