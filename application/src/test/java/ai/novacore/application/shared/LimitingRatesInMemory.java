package ai.novacore.application.shared;

import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.testing.ContractSelfCheck;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitingRatesInMemory extends RateLimiterContract {
    private final ManualClock clock = new ManualClock();
    private final RateLimiter limiter = new InMemoryRateLimiter(clock);

    @Override
    protected RateLimiter limiter() {
        return limiter;
    }

    @Override
    protected ManualClock clock() {
        return clock;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Generous.class);
    }

    /** Grants everything. */
    static class Generous extends RateLimiterContract {
        @Override
        protected RateLimiter limiter() {
            return new RateLimiter() {
                @Override
                public Decision take(Limit limit, String key) {
                    return new Decision(true, limit.capacity(), Duration.ZERO, Duration.ZERO);
                }

                @Override
                public void giveBack(Limit limit, String key) {}

                @Override
                public void forget(Limit limit, String key) {}
            };
        }

        @Override
        protected ManualClock clock() {
            return new ManualClock();
        }
    }
}
