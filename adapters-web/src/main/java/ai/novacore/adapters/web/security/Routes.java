package ai.novacore.adapters.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.pattern.PathPattern;

/** The routes that there are, as the framework knows them. */
@Component
final class Routes {
    private static final String ERROR_PAGE = "/error";

    private final Supplier<List<Route>> routes;

    /** Asks late: the routes are known only after the filters are made. */
    Routes(ObjectProvider<HandlerMapping> mappings) {
        routes = SingletonSupplier.of(() -> mappings.orderedStream()
                .flatMap(Routes::of)
                .filter(route -> !route.pattern().getPatternString().equals(ERROR_PAGE))
                .toList());
    }

    private record Route(PathPattern pattern, Set<RequestMethod> methods) {}

    /** Whether something is there, by whatever method. */
    boolean exist(HttpServletRequest request) {
        return !methods(request).isEmpty();
    }

    /** How a request's route is called in logs: by its template, which nobody can write anything into. */
    String name(HttpServletRequest request) {
        PathContainer path = path(request);
        return routes.get().stream()
                .map(Route::pattern)
                .filter(pattern -> pattern.matches(path))
                .findFirst()
                .map(PathPattern::getPatternString)
                .orElse("none");
    }

    /** By which methods a route may be called; by none when there is no such route. */
    Set<String> methods(HttpServletRequest request) {
        PathContainer path = path(request);
        return routes.get().stream()
                .filter(route -> route.pattern().matches(path))
                .flatMap(route -> route.methods().stream())
                .map(RequestMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static PathContainer path(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }

    private static Stream<Route> of(HandlerMapping mapping) {
        return switch (mapping) {
            case RequestMappingInfoHandlerMapping methods ->
                methods.getHandlerMethods().keySet().stream().flatMap(Routes::of);
            case AbstractUrlHandlerMapping handlers ->
                handlers.getPathPatternHandlerMap().entrySet().stream()
                        .filter(entry -> !(entry.getValue() instanceof ResourceHttpRequestHandler))
                        .map(entry -> new Route(entry.getKey(), EnumSet.of(RequestMethod.GET)));
            default -> Stream.empty();
        };
    }

    private static Stream<Route> of(RequestMappingInfo mapping) {
        Set<RequestMethod> named = mapping.getMethodsCondition().getMethods();
        Set<RequestMethod> methods = named.isEmpty() ? EnumSet.allOf(RequestMethod.class) : named;
        return mapping.getPathPatternsCondition() == null
                ? Stream.empty()
                : mapping.getPathPatternsCondition().getPatterns().stream().map(pattern -> new Route(pattern, methods));
    }
}
