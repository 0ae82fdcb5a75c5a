package ai.novacore.adapters.web.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests that the servlet container itself refuses, before any filter of ours sees them: an address or a
 * header that is not HTTP. Public only because the container makes it.
 */
public final class ContainerProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerProblemValve.class);
    private static final String CORRELATION = "X-Correlation-ID";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = FrameworkProblems.ofStatus(HttpStatusCode.valueOf(status));
        String correlation = response.getHeader(CORRELATION);
        if (correlation == null) {
            correlation = UUID.randomUUID().toString();
            response.setHeader(CORRELATION, correlation);
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        // The address is what may be malformed, so it is not repeated.
        Problem whole = problem.with("instance", "about:blank").with("correlationId", correlation);
        try {
            response.getOutputStream()
                    .write(JsonMapper.shared().writeValueAsString(whole.body()).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException left) {
            LOG.debug("The client left before it was told about a problem", left);
        }
    }
}
