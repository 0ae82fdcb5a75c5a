package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.WebSettings;
import ai.novacore.adapters.web.correlation.CorrelationFilter;
import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/** Whose pages may call the service from a browser: its own, and those that the settings name. */
final class CorsRules {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Problem FOREIGN =
            Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Pages of this origin may not do this.");

    private CorsRules() {}

    static CorsFilter filter(WebSettings settings, ProblemWriter problems) {
        CorsConfiguration rules = rules(settings);
        CorsFilter filter = new CorsFilter(_ -> rules);
        filter.setCorsProcessor(new Processor(problems));
        return filter;
    }

    private static CorsConfiguration rules(WebSettings settings) {
        List<String> origins = new ArrayList<>(settings.allowedOrigins());
        // Behind a proxy, the service's own pages don't look like its own.
        origins.add(
                settings.publicUrl().getScheme() + "://" + settings.publicUrl().getAuthority());
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(origins);
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.ACCEPT,
                "Idempotency-Key",
                "Last-Event-ID",
                CorrelationFilter.HEADER));
        List<String> exposed = new ArrayList<>(RequestGate.HEADERS);
        exposed.addAll(List.of(CorrelationFilter.HEADER, HttpHeaders.RETRY_AFTER));
        rules.setExposedHeaders(exposed);
        rules.setMaxAge(KEPT);
        return rules;
    }

    private static final class Processor extends DefaultCorsProcessor {
        private final ProblemWriter problems;

        Processor(ProblemWriter problems) {
            this.problems = problems;
        }

        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration rules, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            boolean allowed = super.processRequest(rules, request, response);
            if (!allowed) {
                problems.write(request, response, FOREIGN);
            }
            return allowed;
        }

        /** Writes nothing: the problem is written above, where the request is known. */
        @Override
        protected void rejectRequest(ServerHttpResponse response) {}
    }
}
