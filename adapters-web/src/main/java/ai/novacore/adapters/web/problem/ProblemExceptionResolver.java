package ai.novacore.adapters.web.problem;

import ai.novacore.adapters.web.page.PageDocument;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers whatever is thrown while a request is handled, before any of the framework's own answers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemExceptionResolver implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionResolver.class);

    private final Problems problems;
    private final ProblemWriter writer;
    private final PageDocument pages;

    ProblemExceptionResolver(Problems problems, ProblemWriter writer, PageDocument pages) {
        this.problems = problems;
        this.writer = writer;
        this.pages = pages;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            return null;
        }
        if (response.isCommitted()) {
            LOG.debug("An answer that had begun was not finished", failure);
            return new ModelAndView();
        }
        try {
            if (!(failure instanceof NoResourceFoundException) || !pages.showsMissing(request, response)) {
                writer.write(request, response, problems.of(failure));
            }
        } catch (IOException left) {
            LOG.debug("The client left before it was told about a problem", left);
        }
        return new ModelAndView();
    }
}
