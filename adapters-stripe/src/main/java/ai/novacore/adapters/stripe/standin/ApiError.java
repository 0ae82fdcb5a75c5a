package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** A refusal in Stripe's shape. */
final class ApiError extends RuntimeException {
    private final int status;
    private final JsonObject error = new JsonObject();

    private ApiError(int status, String type, @Nullable String code, String message, @Nullable String param) {
        super(message);
        this.status = status;
        error.addProperty("type", type);
        error.addProperty("message", message);
        if (code != null) {
            error.addProperty("code", code);
        }
        if (param != null) {
            error.addProperty("param", param);
        }
    }

    static ApiError missing(String kind, String id, String param) {
        return new ApiError(
                404, "invalid_request_error", "resource_missing", "No such " + kind + ": '" + id + "'", param);
    }

    static ApiError required(String param) {
        return new ApiError(
                400, "invalid_request_error", "parameter_missing", "Missing required param: " + param + ".", param);
    }

    static ApiError invalid(String message, @Nullable String param) {
        return new ApiError(400, "invalid_request_error", "parameter_invalid", message, param);
    }

    static ApiError refused(String code, String message) {
        return new ApiError(400, "invalid_request_error", code, message, null);
    }

    static ApiError unauthorized() {
        return new ApiError(
                401,
                "invalid_request_error",
                null,
                "Invalid API Key provided. The stand-in takes sk_test_ keys.",
                null);
    }

    static ApiError unknownRoute(String method, String path) {
        return new ApiError(
                404,
                "invalid_request_error",
                null,
                "Unrecognized request URL (" + method + ": " + path + "), or one that the stand-in does not have.",
                null);
    }

    static ApiError otherParameters() {
        return new ApiError(
                400,
                "idempotency_error",
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with.",
                null);
    }

    static ApiError unavailable() {
        return new ApiError(503, "api_error", null, "Stripe is down, says a switch of the stand-in.", null);
    }

    static ApiError card(TestCard card) {
        ApiError error = new ApiError(402, "card_error", card.code(), card.message, null);
        error.error.addProperty("decline_code", card.declineCode);
        return error;
    }

    static ApiError noPaymentMethod() {
        return new ApiError(
                402, "card_error", "missing_payment_method", "The customer has no default payment method.", null);
    }

    int status() {
        return status;
    }

    JsonObject body() {
        JsonObject body = new JsonObject();
        body.add("error", error.deepCopy());
        return body;
    }
}
