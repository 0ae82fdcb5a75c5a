package ai.novacore.bootstrap.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Counts and times requests by the template of their route, never by the raw path. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class GatewayMetrics extends OncePerRequestFilter {
    static final String NO_ROUTE = "none";

    private static final int INTERNAL_ERROR = 500;

    private final MeterRegistry registry;
    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private final AtomicInteger active = new AtomicInteger();
    private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String route, String method, int status) {}

    GatewayMetrics(MeterRegistry registry, ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.registry = registry;
        this.routes = routes;
        Gauge.builder("gateway.requests.active", active, AtomicInteger::get)
                .description("requests that are being answered, streams included")
                .register(registry);
        latency(NO_ROUTE);
    }

    /** So that the first failure of a route is seen as a rise from 0. */
    @EventListener(ApplicationReadyEvent.class)
    void expectFailures() {
        routes.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(route -> route.getPatternValues().forEach(pattern -> {
                    for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                        requests(new Kind(pattern, method.name(), INTERNAL_ERROR));
                    }
                }));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long started = System.nanoTime();
        active.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            active.decrementAndGet();
            String route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String r
                    ? r
                    : NO_ROUTE;
            requests(new Kind(route, method(request), response.getStatus())).increment();
            latency(route).record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        }
    }

    private Counter requests(Kind kind) {
        return counters.computeIfAbsent(
                kind,
                k -> Counter.builder("gateway.requests")
                        .description("requests that were answered")
                        .tags("route", k.route(), "method", k.method(), "status", Integer.toString(k.status()))
                        .register(registry));
    }

    private Timer latency(String route) {
        return timers.computeIfAbsent(
                route,
                r -> Timer.builder("gateway.latency")
                        .description("from a request to the end of its answer, streams included")
                        .tag("route", r)
                        .register(registry));
    }

    /** A client can send any word as method; only the known ones become labels. */
    private static String method(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> request.getMethod();
            default -> "other";
        };
    }
}
