package ai.novacore.adapters.stripe.standin;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one thread at a time work on the state, saves what it changed, and only then lets webhooks go out. */
final class Turns {
    private final ReentrantLock lock = new ReentrantLock();
    private final State state;
    private final Runnable afterwards;

    Turns(State state, Runnable afterwards) {
        this.state = state;
        this.afterwards = afterwards;
    }

    <T> T read(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** A refusal may have changed something too: a card that was declined leaves a charge. */
    <T> T change(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            state.save();
            afterwards.run();
            lock.unlock();
        }
    }

    void run(Runnable work) {
        change(() -> {
            work.run();
            return true;
        });
    }
}
