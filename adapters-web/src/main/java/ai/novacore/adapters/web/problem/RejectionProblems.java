package ai.novacore.adapters.web.problem;

import ai.novacore.adapters.web.WebSettings;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.policy.port.in.PolicyBlocked;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.DomainRejection.RuleBroken;
import ai.novacore.domain.shared.DomainRejection.TooOften;
import ai.novacore.domain.shared.RejectionKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Puts what the application refuses or cannot do into the words of HTTP. */
@Component
final class RejectionProblems {
    /** What a client is asked to wait when the rule does not say. */
    private static final long DEFAULT_WAIT_SECONDS = 60;

    /** A model that is away, or has too much to do, is often back soon. */
    private static final long MODEL_WAIT_SECONDS = 5;

    private final WebSettings settings;
    private final Clock clock;

    RejectionProblems(WebSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Problem of(DomainRejection rejection) {
        String detail = rejection.getMessage() == null ? "This is not possible." : rejection.getMessage();
        Problem problem = Problem.of(status(rejection.kind(), rejection.code()), rejection.code(), detail);
        return switch (rejection) {
            case LimitReached limit -> limited(problem, limit);
            case TooOften often -> waiting(problem, secondsUntil(often.retryAt()));
            case RuleBroken rule -> withHeaders(problem, rule.kind());
        };
    }

    /** What HTTP asks these statuses to carry. */
    private static Problem withHeaders(Problem problem, RejectionKind kind) {
        if (kind == RejectionKind.LIMIT_REACHED) {
            return waiting(problem, DEFAULT_WAIT_SECONDS);
        }
        return kind == RejectionKind.UNAUTHENTICATED ? problem.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : problem;
    }

    Problem of(ModelFailure failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE ->
                waiting(
                        model(HttpStatus.SERVICE_UNAVAILABLE, failure, "The model cannot answer just now."),
                        MODEL_WAIT_SECONDS);
            case TOO_LONG ->
                model(HttpStatus.CONTENT_TOO_LARGE, failure, "The message is longer than the model can read at once.");
            case NOT_FOUND -> model(HttpStatus.NOT_FOUND, failure, "There is no such model.");
            case TIMEOUT -> model(HttpStatus.GATEWAY_TIMEOUT, failure, "The model took too long.");
            case FAILED -> model(HttpStatus.BAD_GATEWAY, failure, "The model broke off.");
        };
    }

    /** Names the principle in its own words, which are written for members. */
    Problem of(PolicyBlocked blocked) {
        Principle principle = blocked.verdict().principles().getFirst();
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "policy_blocked", principle.text())
                .with("principle", principle.title())
                .with("principleId", principle.id());
    }

    private static HttpStatus status(RejectionKind kind, String code) {
        return switch (kind) {
            case INVALID ->
                "password_rejected".equals(code) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case EXPIRED -> HttpStatus.GONE;
            case LIMIT_REACHED -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    private Problem limited(Problem problem, LimitReached limit) {
        return waiting(problem, secondsUntil(limit.resetsAt()))
                .with("resource", limit.resource())
                .with("limit", limit.limit())
                .with("used", limit.used())
                .with("resetsAt", limit.resetsAt())
                .with("upgradeUrl", settings.upgradeUrl());
    }

    private long secondsUntil(Instant time) {
        return Math.max(1, Duration.between(clock.instant(), time).toSeconds() + 1);
    }

    private static Problem waiting(Problem problem, long seconds) {
        return problem.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    private static Problem model(HttpStatus status, ModelFailure failure, String detail) {
        return Problem.of(status, failure.kind().code(), detail);
    }
}
