package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.ProblemWriter;
import ai.novacore.adapters.web.problem.Problems;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.RequestLimits.Applying;
import ai.novacore.application.shared.OverloadedException;
import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.shared.port.out.RateLimiter.Decision;
import ai.novacore.application.shared.port.out.RateLimiter.Limit;
import ai.novacore.domain.shared.Tier;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses whoever asks too often, and tells everybody how much is left.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-07">The headers</a>
 */
@Component
public final class RequestGate {
    /** What pages of other origins may read, too. */
    static final List<String> HEADERS =
            List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "RateLimit-Policy");

    private static final Problem REFUSED =
            Problem.of(HttpStatus.TOO_MANY_REQUESTS, "rate_limited", "Too many requests in too short a time.");

    private final RequestLimits limits;
    private final RateLimiter limiter;
    private final Problems problems;
    private final ProblemWriter writer;
    private final MeterRegistry registry;

    RequestGate(
            RequestLimits limits,
            RateLimiter limiter,
            Problems problems,
            ProblemWriter writer,
            MeterRegistry registry) {
        this.limits = limits;
        this.limiter = limiter;
        this.problems = problems;
        this.writer = writer;
        this.registry = registry;
        // So that they can be watched before anybody was refused.
        refused(RequestLimits.label(null));
        for (Tier tier : Tier.values()) {
            refused(RequestLimits.label(tier));
        }
    }

    /** For the place behind the authentication; not a bean, because the container would put that before all others. */
    Filter filter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (mayPass(request, response)) {
                    chain.doFilter(request, response);
                }
            }
        };
    }

    /**
     * Counts what a member asks for otherwise than by a request, as the same as a request that changes something.
     *
     * @throws Refused when that is too much
     */
    public void count(Member member) {
        Applying applying = limits.ofChanges(member);
        Decision decision = limiter.take(applying.limit(), applying.key());
        if (!decision.granted()) {
            refused(applying.tier()).increment();
            throw new Refused(refusal(decision));
        }
    }

    private boolean mayPass(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Applying> applying = limits.of(request);
        if (applying.isEmpty()) {
            return true;
        }
        Limit limit = applying.get().limit();
        Decision decision;
        try {
            decision = limiter.take(limit, applying.get().key());
        } catch (OverloadedException e) {
            writer.write(request, response, problems.of(e));
            return false;
        }
        tell(response, limit, decision);
        if (!decision.granted()) {
            refused(applying.get().tier()).increment();
            writer.write(request, response, refusal(decision));
        }
        return decision.granted();
    }

    private static Problem refusal(Decision decision) {
        return REFUSED.header(HttpHeaders.RETRY_AFTER, seconds(decision.retryAfter()));
    }

    private static void tell(HttpServletResponse response, Limit limit, Decision decision) {
        response.setHeader("RateLimit-Limit", Integer.toString(limit.capacity()));
        response.setHeader("RateLimit-Remaining", Long.toString(decision.remaining()));
        response.setHeader("RateLimit-Reset", seconds(decision.full()));
        response.setHeader(
                "RateLimit-Policy", limit.refill() + ";w=" + limit.period().toSeconds() + ";burst=" + limit.capacity());
    }

    /** Rounded up: who waits so long does not come too early. */
    private static String seconds(Duration wait) {
        return Long.toString(Math.ceilDiv(wait.toMillis(), 1_000));
    }

    private Counter refused(String tier) {
        return Counter.builder("rate.limit.exceeded")
                .description("requests that a rate limit turned away")
                .tags("user_tier", tier)
                .register(registry);
    }
}
