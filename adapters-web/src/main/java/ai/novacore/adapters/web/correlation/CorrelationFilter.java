package ai.novacore.adapters.web.correlation;

import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.shared.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ties a request to everything it causes: takes the correlation id that it names when that is well-formed, makes one when
 * not, says it in the answer, and binds it while the request is worked on. Comes before all other filters, so that
 * refusals carry it, too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class CorrelationFilter extends OncePerRequestFilter {
    public static final String HEADER = "X-Correlation-ID";

    private static final String ATTRIBUTE = CorrelationFilter.class.getName();
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Actor NOBODY_YET = Actor.system("web");

    /** The correlation id of a request; a new one, which stays with it, when it has none. */
    public static String idOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String named = request.getHeader(HEADER);
        String id = named != null && WELL_FORMED.matcher(named).matches()
                ? named
                : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request);
        response.setHeader(HEADER, id);
        Binding.bind(new Correlation(id, NOBODY_YET), request, response, chain);
    }
}
