package ai.novacore.adapters.stripe;

import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import com.stripe.model.StripeObject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can go wrong with a call. Stripe's own messages quote what they are about, such as a mail address, and so does the
 * client: neither goes any further, nor the exceptions that carry them.
 */
final class StripeTrouble {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private StripeTrouble() {}

    /** There is nothing of that name; Stripe says so with 404, or with 400 when it is named by a parameter. */
    static boolean isMissing(StripeException e) {
        return "resource_missing".equals(e.getCode());
    }

    /** The same idempotency key was used with other parameters. */
    static boolean isKeyOfAnother(StripeException e) {
        StripeError error = e.getStripeError();
        return error != null && "idempotency_error".equals(error.getType());
    }

    /** An answer that was given before, to the same idempotency key. */
    static boolean isRepeated(StripeObject answer) {
        return answer.getLastResponse()
                .headers()
                .firstValue("Idempotent-Replayed")
                .isPresent();
    }

    /** Says that the service does not work, and not that it refuses what it was asked. */
    static boolean isOfTheService(Throwable e) {
        if (e instanceof StripeException of) {
            Integer status = of.getStatusCode();
            return status == null || status == 429 || status / 100 != 4;
        }
        // What the client did not expect to be answered; a PaymentFailure is a conclusion from a proper answer.
        return !(e instanceof PaymentFailure);
    }

    /** Says nothing about the service. */
    static boolean isOurs(Throwable e) {
        return e instanceof ApiConnectionException && e.getCause() instanceof InterruptedException;
    }

    static PaymentFailure failure(Exception e) {
        if (e instanceof ApiConnectionException) {
            // Of our transport, whose messages name the kind of failure only.
            return new PaymentFailure("Stripe did not answer: " + e.getMessage(), null);
        }
        if (e instanceof StripeException refusal) {
            StripeError error = refusal.getStripeError();
            return new PaymentFailure(
                    "Stripe answered %s: type %s, code %s, request %s"
                            .formatted(
                                    refusal.getStatusCode(),
                                    name(error == null ? null : error.getType()),
                                    name(refusal.getCode()),
                                    name(refusal.getRequestId())),
                    null);
        }
        return new PaymentFailure(
                "Stripe answered something that is not understood: "
                        + e.getClass().getSimpleName(),
                null);
    }

    private static String name(@Nullable String value) {
        return value != null && NAME.matcher(value).matches() ? value : "none";
    }
}
