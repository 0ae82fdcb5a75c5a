package ai.novacore.adapters.web.testing;

import ai.novacore.adapters.web.security.Member;
import ai.novacore.adapters.web.security.MemberLimits;
import ai.novacore.application.shared.port.out.RateLimiter.Decision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Grants everything, unless it is told not to. */
public final class FakeLimits implements MemberLimits {
    public final List<Member> asked = new CopyOnWriteArrayList<>();
    public volatile boolean usedUp;

    @Override
    public Decision request(Member member) {
        asked.add(member);
        return usedUp
                ? new Decision(false, 0, Duration.ofMillis(2_100), Duration.ofSeconds(60))
                : new Decision(true, 9, Duration.ZERO, Duration.ofSeconds(3));
    }
}
