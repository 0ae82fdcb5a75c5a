package ai.novacore.adapters.persistence.limits;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.RateLimiterContract;
import ai.novacore.application.shared.port.out.RateLimiter;

class LimitingRatesOfANode extends RateLimiterContract {
    private final ManualClock clock = new ManualClock();
    private final RateLimiter limiter = new LocalRateLimiter(clock);

    @Override
    protected RateLimiter limiter() {
        return limiter;
    }

    @Override
    protected ManualClock clock() {
        return clock;
    }
}
