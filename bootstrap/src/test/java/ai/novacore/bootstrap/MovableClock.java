package ai.novacore.bootstrap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that goes as any other does, and can be set forward. */
final class MovableClock extends Clock {
    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    /** Takes the place of the product's clock. */
    static final class Beans {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), ahead);
    }
}
