package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large: of more than a megabyte, from Stripe of more than {@value #WEBHOOK_MEGABYTES}, where
 * memories are imported of more than {@value #IMPORT_MEGABYTES}. By what the request says, and by what is really read when
 * it does not say.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
    static final long LIMIT = 1_048_576;
    static final int IMPORT_MEGABYTES = 64;
    static final int WEBHOOK_MEGABYTES = 2;

    private static final String IMPORT = "/api/memory/import";
    private static final String WEBHOOK = "/billing/webhook";

    private final ProblemWriter problems;

    BodyLimitFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int megabytes = switch (request.getRequestURI()) {
            case IMPORT -> IMPORT_MEGABYTES;
            case WEBHOOK -> WEBHOOK_MEGABYTES;
            default -> 1;
        };
        long limit = LIMIT * megabytes;
        if (request.getContentLengthLong() > limit) {
            String most = megabytes == 1 ? "a megabyte" : megabytes + " megabytes";
            problems.write(request, response, Problem.payloadTooLarge("The body is larger than " + most + "."));
        } else {
            chain.doFilter(new Limited(request, limit), response);
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;
        private @Nullable LimitedInput input;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (input == null) {
                input = new LimitedInput(super.getInputStream(), limit);
            }
            return input;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
