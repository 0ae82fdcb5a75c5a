package ai.novacore.application.user;

import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.shared.port.out.RateLimiter.Decision;
import ai.novacore.application.shared.port.out.RateLimiter.Limit;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.TooOften;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets something be tried until it has failed too often. A permit is taken before an attempt and given back unless it
 * fails, so that many attempts at once cannot get past the limit together. Attempts that find all permits taken by others
 * which are still under way wait for these: only failures keep anybody out, not company.
 */
public final class AttemptThrottle {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptThrottle.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RateLimiter limiter;
    private final Clock clock;
    private final ConcurrentHashMap<String, Gate> gates = new ConcurrentHashMap<>();

    public AttemptThrottle(RateLimiter limiter, Clock clock) {
        this.limiter = limiter;
        this.clock = clock;
    }

    /**
     * What failures are counted by.
     *
     * @param clearedBySuccess whether a success proves that the failures were a person's own
     */
    record Counter(Limit limit, String key, boolean clearedBySuccess) {
        String name() {
            return limit.name() + " " + key;
        }
    }

    /**
     * What is tried.
     *
     * @param refusal the code of the rejection when it has failed too often
     * @param failures the codes of the rejections that count as failures
     */
    record Kind(String refusal, String message, Set<String> failures) {}

    /**
     * Tries once.
     *
     * @throws TooOften when one of the counters has too many failures
     */
    <T> T attempt(Kind kind, List<Counter> counters, Supplier<T> work) {
        List<Counter> admitted = new ArrayList<>();
        Outcome outcome = Outcome.UNDECIDED;
        try {
            for (Counter counter : counters) {
                admit(kind, counter);
                admitted.add(counter);
            }
            T result = work.get();
            outcome = Outcome.SUCCEEDED;
            return result;
        } catch (DomainRejection rejection) {
            outcome = kind.failures().contains(rejection.code()) ? Outcome.FAILED : outcome;
            throw rejection;
        } finally {
            for (Counter counter : admitted) {
                leave(counter, outcome);
            }
        }
    }

    private void admit(Kind kind, Counter counter) {
        Gate gate = enter(counter);
        boolean admitted = false;
        gate.lock.lock();
        try {
            long patience = PATIENCE.toNanos();
            Decision decision = limiter.take(counter.limit(), counter.key());
            while (!decision.granted() && gate.underWay > 0 && patience > 0) {
                patience = gate.someLeft.awaitNanos(patience);
                decision = limiter.take(counter.limit(), counter.key());
            }
            if (!decision.granted()) {
                SecurityLog.throttled(counter.limit().name());
                throw new TooOften(
                        kind.refusal(), kind.message(), clock.instant().plus(decision.retryAfter()));
            }
            gate.underWay++;
            admitted = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooOften(kind.refusal(), kind.message(), clock.instant().plusSeconds(1));
        } finally {
            gate.lock.unlock();
            if (!admitted) {
                exit(counter);
            }
        }
    }

    private void leave(Counter counter, Outcome outcome) {
        Gate gate = gates.get(counter.name());
        if (gate == null) {
            throw new IllegalStateException("an attempt that was never admitted");
        }
        gate.lock.lock();
        try {
            settle(counter, outcome);
        } catch (RuntimeException e) {
            // The permit comes back with time; what was tried must not fail for it.
            LOG.warn(
                    "A permit of {} could not be given back: {}",
                    counter.limit().name(),
                    e.toString());
        } finally {
            gate.underWay--;
            gate.someLeft.signalAll();
            gate.lock.unlock();
            exit(counter);
        }
    }

    private void settle(Counter counter, Outcome outcome) {
        if (outcome == Outcome.SUCCEEDED && counter.clearedBySuccess()) {
            limiter.forget(counter.limit(), counter.key());
        } else if (outcome != Outcome.FAILED) {
            limiter.giveBack(counter.limit(), counter.key());
        }
    }

    private Gate enter(Counter counter) {
        return gates.compute(counter.name(), (name, known) -> {
            Gate gate = known == null ? new Gate() : known;
            gate.visitors++;
            return gate;
        });
    }

    private void exit(Counter counter) {
        gates.computeIfPresent(counter.name(), (name, gate) -> --gate.visitors == 0 ? null : gate);
    }

    private enum Outcome {
        SUCCEEDED,
        FAILED,
        UNDECIDED
    }

    /** Those on this node who count by the same; goes with the last of them. */
    private static final class Gate {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition someLeft = lock.newCondition();
        private int visitors;
        private int underWay;
    }
}
