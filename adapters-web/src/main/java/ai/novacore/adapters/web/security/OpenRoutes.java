package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.page.PageAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** The routes that anybody may call; all others ask for an access token. */
@Component
final class OpenRoutes implements RequestMatcher {
    private static final List<String> ALWAYS = List.of(
            "/auth/register",
            "/auth/login",
            "/auth/refresh",
            "/auth/logout",
            "/auth/verify-email",
            "/auth/forgot-password",
            "/auth/reset-password",
            "/.well-known/jwks.json",
            "/openapi.json",
            "/health",
            "/health/live",
            "/health/ready",
            "/api/intelligence/health",
            "/api/memory/health",
            "/api/policy/health",
            "/billing/plans",
            "/billing/webhook");

    private final RequestMatcher routes;

    OpenRoutes(Environment environment, PageAddresses webApp) {
        List<String> open = new ArrayList<>(ALWAYS);
        open.addAll(webApp.pages());
        open.addAll(PageAddresses.FILES);
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            open.add("/dev/**");
        }
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        routes = new OrRequestMatcher(
                open.stream().<RequestMatcher>map(paths::matcher).toList());
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return routes.matches(request);
    }
}
