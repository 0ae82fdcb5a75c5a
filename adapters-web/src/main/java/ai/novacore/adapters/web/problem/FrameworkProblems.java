package ai.novacore.adapters.web.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/**
 * Puts what the framework refuses into problems. Names exceptions of Spring, Tomcat and Jackson only: an exception of
 * the JDK is a bug of ours, and mapping it to a 4xx would hide it.
 */
final class FrameworkProblems {
    private static final Problem MALFORMED =
            Problem.invalidRequest("The body is missing or is not JSON of the expected form.");

    private FrameworkProblems() {}

    /** The problem, or nothing when the framework did not mean to refuse the request. */
    static @Nullable Problem of(Exception failure) {
        return switch (failure) {
            case HttpMessageNotReadableException e -> unreadable(e);
            case MethodArgumentNotValidException e -> invalidFields(e);
            case MethodArgumentTypeMismatchException e -> field(e.getName(), "has the wrong type");
            case MissingServletRequestParameterException e -> field(e.getParameterName(), "is missing");
            case HttpMediaTypeNotSupportedException e ->
                Problem.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "unsupported_media_type",
                                "The body is of a type that is not read here.")
                        .header(HttpHeaders.ACCEPT, MediaType.toString(e.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException _ -> ofStatus(HttpStatus.NOT_ACCEPTABLE);
            case HttpRequestMethodNotSupportedException e -> wrongMethod(e);
            case MultipartException _ ->
                Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported_media_type",
                        "Bodies of several parts are not read here.");
            case InvalidParameterException _ -> Problem.invalidRequest("The parameters of the address are malformed.");
            case ErrorResponse e when e.getStatusCode().is4xxClientError() -> ofStatus(e.getStatusCode());
            default -> null;
        };
    }

    /** The problem that a bare status stands for. */
    static Problem ofStatus(HttpStatusCode code) {
        HttpStatus status = Objects.requireNonNullElse(
                HttpStatus.resolve(code.value()),
                code.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR);
        return switch (status) {
            case NOT_FOUND -> Problem.notFound();
            case CONTENT_TOO_LARGE -> Problem.payloadTooLarge("The body is too large.");
            case NOT_ACCEPTABLE ->
                Problem.of(status, "not_acceptable", "None of the accepted media types can be given.");
            case METHOD_NOT_ALLOWED -> Problem.of(status, "method_not_allowed", "This method is not known here.");
            case FORBIDDEN -> Problem.of(status, "forbidden", "This is not allowed.");
            case BAD_REQUEST -> Problem.invalidRequest("The request is malformed.");
            default ->
                status.is4xxClientError()
                        ? Problem.of(status, status.name().toLowerCase(Locale.ROOT), "The request cannot be served.")
                        : Problem.internalError();
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return Problem.payloadTooLarge("The body is too large.");
            }
            if (cause instanceof DatabindException e && !e.getPath().isEmpty()) {
                return unreadable(e);
            }
        }
        return MALFORMED;
    }

    /** JSON that cannot be read as what it should be. */
    static Problem unreadable(JacksonException failure) {
        return failure instanceof DatabindException && !failure.getPath().isEmpty()
                ? field(path(failure), "has the wrong type")
                : MALFORMED;
    }

    private static String path(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static Problem invalidFields(MethodArgumentNotValidException failure) {
        return Problem.invalidFields(failure.getFieldErrors().stream()
                .map(error -> new FieldProblem(
                        error.getField(), Objects.requireNonNullElse(error.getDefaultMessage(), "is wrong")))
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList());
    }

    private static Problem field(String name, String message) {
        return Problem.invalidFields(List.of(new FieldProblem(name, message)));
    }

    private static Problem wrongMethod(HttpRequestMethodNotSupportedException failure) {
        return failure.getSupportedHttpMethods() == null
                ? ofStatus(HttpStatus.METHOD_NOT_ALLOWED)
                : Problem.methodNotAllowed(failure.getSupportedHttpMethods().stream()
                        .map(HttpMethod::name)
                        .toList());
    }
}
