package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.ProblemWriter;
import ai.novacore.adapters.web.problem.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells clients why they may not come in, and as little as possible beyond that. */
@Component
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    static final Problem MALFORMED = Problem.invalidRequest("The address or the headers are malformed.");

    private static final Problem MISSING = unauthorized("token_missing", "An access token is needed.", "Bearer");
    private static final Problem INVALID =
            unauthorized("token_invalid", "The access token is not good.", "Bearer error=\"invalid_token\"");
    private static final Problem EXPIRED = unauthorized(
            AccessTokens.EXPIRED,
            "The access token's time is over.",
            "Bearer error=\"invalid_token\", error_description=\"The access token expired\"");
    static final Problem SUSPENDED =
            Problem.of(HttpStatus.FORBIDDEN, "account_suspended", "This account is suspended.");
    private static final Problem FORBIDDEN =
            Problem.of(HttpStatus.FORBIDDEN, "forbidden", "This is not allowed with your roles.");

    private final ProblemWriter writer;
    private final Routes routes;

    AccessProblems(ProblemWriter writer, Routes routes) {
        this.writer = writer;
        this.routes = routes;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        Problem problem = problem(failure);
        if (problem.equals(MISSING)) {
            SecurityLog.nothingShown(routes.name(request));
        } else if (!problem.equals(SUSPENDED)) {
            SecurityLog.tokenRefused(problem.code(), routes.name(request));
        }
        writer.write(request, response, problem);
    }

    private static Problem problem(AuthenticationException failure) {
        return switch (failure) {
            case DisabledException _ -> SUSPENDED;
            case OAuth2AuthenticationException e -> onlyExpired(e) ? EXPIRED : INVALID;
            default -> MISSING;
        };
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        SecurityLog.roleMissing(who == null ? "nobody" : who.getName(), routes.name(request));
        writer.write(request, response, FORBIDDEN);
    }

    /** Whether nothing else was wrong with the token: "expired" invites to refresh, which would not help otherwise. */
    private static boolean onlyExpired(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JwtValidationException invalid) {
                return invalid.getErrors().stream()
                        .allMatch(error -> AccessTokens.EXPIRED.equals(error.getErrorCode()));
            }
        }
        return false;
    }

    private static Problem unauthorized(String code, String detail, String challenge) {
        return Problem.of(HttpStatus.UNAUTHORIZED, code, detail).header(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
