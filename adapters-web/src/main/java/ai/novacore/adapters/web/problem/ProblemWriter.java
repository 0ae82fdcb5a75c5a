package ai.novacore.adapters.web.problem;

import ai.novacore.adapters.web.correlation.CorrelationFilter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems straight into the answer, whatever the client accepts: a refusal must not be refused in turn. */
@Component
public final class ProblemWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Answers with the problem, unless an answer has begun already. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        response.setHeader("X-Content-Type-Options", "nosniff");
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = JSON.writeValueAsBytes(document(request, problem));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The whole document for one request. */
    public static Map<String, Object> document(HttpServletRequest request, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>(problem.body());
        body.put("instance", address(request));
        body.put("correlationId", CorrelationFilter.idOf(request));
        return body;
    }

    /** What the client asked for, also when the container has passed the request on to its error page. */
    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }
}
