package ai.novacore.adapters.web.problem;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.policy.port.in.PolicyBlocked;
import ai.novacore.application.shared.OverloadedException;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.RejectionKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** The one place that decides what a client is told about a failure. */
@Component
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final RejectionProblems rejections;

    Problems(RejectionProblems rejections) {
        this.rejections = rejections;
    }

    /** What the client is told; whatever nobody expected is logged with its trace and told as nothing but a failure. */
    public Problem of(Exception failure) {
        Problem known = known(failure);
        if (known != null) {
            return known;
        }
        LOG.error("A request failed for a reason that nobody expected", failure);
        return Problem.internalError();
    }

    /** What a client is told whose JSON cannot be read, where no converter of the framework reads it. */
    public static Problem unreadable(JacksonException failure) {
        return FrameworkProblems.unreadable(failure);
    }

    private @Nullable Problem known(Exception failure) {
        return switch (failure) {
            case Refused e -> e.problem();
            case DomainRejection e -> rejection(e);
            case ModelFailure e -> modelFailure(e);
            case PolicyBlocked e -> rejections.of(e);
            case PaymentFailure e -> paymentFailure(e);
            case BodyTooLargeException _ -> Problem.payloadTooLarge("The body is too large.");
            case OverloadedException _ ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "overloaded", "There is too much to do just now.")
                        .header(HttpHeaders.RETRY_AFTER, "5");
            default -> FrameworkProblems.of(failure);
        };
    }

    private Problem rejection(DomainRejection rejection) {
        if (rejection.kind() == RejectionKind.NOT_FOUND) {
            SecurityLog.nothingOfTheirs();
        }
        return rejections.of(rejection);
    }

    private Problem modelFailure(ModelFailure failure) {
        LOG.warn("A model gave no answer: {}", failure.getMessage());
        return rejections.of(failure);
    }

    private static Problem paymentFailure(PaymentFailure failure) {
        LOG.warn("The payment service did not do what it was asked to", failure);
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "billing_unavailable",
                        "Payments cannot be reached just now. Nothing was charged; please try again in a moment.")
                .header(HttpHeaders.RETRY_AFTER, "30");
    }
}
