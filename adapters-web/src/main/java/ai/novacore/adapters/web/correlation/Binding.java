package ai.novacore.adapters.web.correlation;

import ai.novacore.application.shared.Correlation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Runs the rest of a filter chain bound to a correlation. */
public final class Binding {

    private Binding() {}

    /** Runs {@code chain} bound to {@code correlation}; what it throws comes through unchanged. */
    public static void bind(
            Correlation correlation, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            correlation.call(() -> {
                chain.doFilter(request, response);
                return Boolean.TRUE;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a filter chain threw what it does not declare", e);
        }
    }
}
