package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.page.PageAddresses;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.shared.port.out.RateLimiter.Limit;
import ai.novacore.domain.shared.Tier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Which limit a request counts against: a member's by tier, where reading and everything else have a bucket each, so that
 * loading pages costs nobody their chat; what the staff do for others counts apart from both, as much as the highest tier
 * may; or, on the open routes, that of the address it comes from.
 */
@Component
final class RequestLimits {
    /**
     * What monitors and other services ask all the time; Stripe, which tells of everybody from a few addresses; and the
     * files of the web app, dozens for one page.
     */
    private static final List<String> UNLIMITED = Stream.concat(
                    Stream.of(
                            "/health",
                            "/health/*",
                            "/api/*/health",
                            "/.well-known/jwks.json",
                            "/openapi.json",
                            "/billing/webhook"),
                    PageAddresses.FILES.stream())
            .toList();

    private static final String FOR_OTHERS = "/support/**";
    private static final String NOBODY = "none";

    private final TierLimits tiers;
    private final EdgeSettings settings;
    private final ClientAddress addresses;
    private final OpenRoutes open;
    private final RequestMatcher unlimited;
    private final RequestMatcher forOthers;

    RequestLimits(TierLimits tiers, EdgeSettings settings, ClientAddress addresses, OpenRoutes open) {
        this.tiers = tiers;
        this.settings = settings;
        this.addresses = addresses;
        this.open = open;
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        unlimited = new OrRequestMatcher(
                UNLIMITED.stream().<RequestMatcher>map(paths::matcher).toList());
        forOthers = paths.matcher(FOR_OTHERS);
    }

    /**
     * A limit, and whom it counts.
     *
     * @param tier of the member, in small letters, or that there is none
     */
    record Applying(Limit limit, String key, String tier) {}

    Optional<Applying> of(HttpServletRequest request) {
        if (unlimited.matches(request)) {
            return Optional.empty();
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Member member) {
            return Optional.of(
                    forOthers.matches(request)
                            ? of(member, Tier.PRO, "support")
                            : of(member, member.tier(), reads(request) ? "reads" : "writes"));
        }
        return open.matches(request) ? Optional.of(ofAddress(request)) : Optional.empty();
    }

    /** What counts where a member changes something, or asks the model. */
    Applying ofChanges(Member member) {
        return of(member, member.tier(), "writes");
    }

    /** @param as the tier whose limits apply */
    private Applying of(Member member, Tier as, String kind) {
        TierLimits.Limits limits = tiers.of(as);
        return new Applying(
                Limit.perMinute(
                        "requests." + label(as) + "." + kind,
                        Math.toIntExact(limits.requestsPerMinute()),
                        Math.toIntExact(limits.burst())),
                member.id().value(),
                label(member.tier()));
    }

    private Applying ofAddress(HttpServletRequest request) {
        Limit limit = Limit.perMinute("requests.open", settings.openRequestsPerMinute(), settings.openBurst());
        return new Applying(limit, addresses.of(request), NOBODY);
    }

    /** How a tier is called in measurements. */
    static String label(@Nullable Tier tier) {
        return tier == null ? NOBODY : tier.name().toLowerCase(Locale.ROOT);
    }

    private static boolean reads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }
}
