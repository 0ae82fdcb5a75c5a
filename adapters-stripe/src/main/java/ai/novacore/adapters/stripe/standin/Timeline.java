package ai.novacore.adapters.stripe.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The stand-in's time in whole seconds: the product's clock and how far it was moved ahead of it. */
final class Timeline {
    private final Clock clock;
    private Duration ahead = Duration.ZERO;
    private @Nullable Instant pinned;

    Timeline(Clock clock) {
        this.clock = clock;
    }

    /** While something that was due earlier is caught up with, this is when it was due. */
    Instant now() {
        return pinned == null ? clock.instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS) : pinned;
    }

    Duration ahead() {
        return ahead;
    }

    void setAhead(Duration ahead) {
        this.ahead = ahead;
    }

    void moveTo(Instant time) {
        ahead = Duration.between(clock.instant().truncatedTo(ChronoUnit.SECONDS), time.truncatedTo(ChronoUnit.SECONDS));
    }

    void at(Instant time, Runnable work) {
        pinned = time;
        try {
            work.run();
        } finally {
            pinned = null;
        }
    }
}
