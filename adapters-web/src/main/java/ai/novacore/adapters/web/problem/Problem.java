package ai.novacore.adapters.web.problem;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What a client is told when it does not get what it asked for.
 *
 * @param code stable, snake_case; clients switch on it
 * @param title a few words that go with the code
 * @param detail what is wrong with this request, for people
 * @param fields more about it, in order
 * @param headers what the answer carries beside its body
 */
public record Problem(
        HttpStatus status,
        String code,
        String title,
        String detail,
        Map<String, Object> fields,
        Map<String, String> headers) {

    public Problem {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        headers = Map.copyOf(headers);
    }

    /** A problem whose title is the code in words. */
    public static Problem of(HttpStatus status, String code, String detail) {
        String words = code.replace('_', ' ');
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new Problem(status, code, title, detail, Map.of(), Map.of());
    }

    /** A request that cannot be meant as it is. */
    public static Problem invalidRequest(String detail) {
        return of(HttpStatus.BAD_REQUEST, "invalid_request", detail);
    }

    /** A request some of whose fields cannot be meant as they are. */
    public static Problem invalidFields(List<FieldProblem> errors) {
        return invalidRequest("Some fields are missing or wrong.").with("errors", List.copyOf(errors));
    }

    /** The one answer for what does not exist and what belongs to somebody else. */
    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "not_found", "There is no such thing here.");
    }

    /** A body or a text in it that is longer than what is read. */
    public static Problem payloadTooLarge(String detail) {
        return of(HttpStatus.CONTENT_TOO_LARGE, "payload_too_large", detail);
    }

    /** A method that a route does not have; it has those given, and what follows from them. */
    public static Problem methodNotAllowed(Collection<String> methods) {
        Set<String> allowed = new TreeSet<>(methods);
        allowed.add("OPTIONS");
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return of(HttpStatus.METHOD_NOT_ALLOWED, "method_not_allowed", "This method is not known here.")
                .header(HttpHeaders.ALLOW, String.join(", ", allowed));
    }

    /** A failure of ours, about which nothing is told. */
    public static Problem internalError() {
        return of(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "Something went wrong on our side.");
    }

    /** The same, saying more. */
    public Problem with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Problem(status, code, title, detail, more, headers);
    }

    /** The same, with a header. */
    public Problem header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, title, detail, fields, more);
    }

    /** The document without what belongs to one request. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:novacore:problem:" + code);
        body.put("title", title);
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("code", code);
        body.putAll(fields);
        return body;
    }
}
