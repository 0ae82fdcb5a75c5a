package ai.novacore.application.axon;

import ai.novacore.application.backbone.port.out.DeadLetterRetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;

/**
 * What becomes of an event whose handler failed: it waits as a dead letter, is tried again after 1, 4, 16, 64 and 256
 * seconds, and is then parked until a person decides. Later events of the same stream wait behind it.
 */
final class DeadLetterPolicy implements EnqueuePolicy<EventMessage<?>> {
    private static final String ATTEMPTS = "attempts";
    private static final String RETRY_AT = "retryAt";
    private static final int BACK_OFF_FACTOR = 4;

    private final Clock clock;

    DeadLetterPolicy(Clock clock) {
        this.clock = clock;
    }

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        int attempts = attempts(letter) + 1;
        Duration wait = Duration.ofSeconds(
                (long) Math.pow(BACK_OFF_FACTOR, Math.min(attempts, DeadLetterRetry.MOST_ATTEMPTS) - 1.0));
        MetaData diagnostics = letter.diagnostics()
                .and(ATTEMPTS, attempts)
                .and(RETRY_AT, clock.instant().plus(wait).toString());
        return Decisions.requeue(cause, failed -> diagnostics);
    }

    /** Whether it is time to try this letter again by itself. */
    boolean isDue(DeadLetter<? extends EventMessage<?>> letter) {
        return !isParked(letter)
                && (!(letter.diagnostics().get(RETRY_AT) instanceof String at)
                        || !Instant.parse(at).isAfter(clock.instant()));
    }

    /** Whether only a person can decide about this letter. */
    static boolean isParked(DeadLetter<? extends EventMessage<?>> letter) {
        return attempts(letter) >= DeadLetterRetry.MOST_ATTEMPTS;
    }

    private static int attempts(DeadLetter<? extends EventMessage<?>> letter) {
        return letter.diagnostics().get(ATTEMPTS) instanceof Number n ? n.intValue() : 0;
    }
}
