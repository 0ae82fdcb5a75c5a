package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What only a WebSocket has reason to refuse. */
final class SocketProblems {
    static final Problem SHUTTING_DOWN = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "shutting_down", "This server is about to stop; try again.")
            .header(HttpHeaders.RETRY_AFTER, "2");

    private SocketProblems() {}

    /** More at once than there may be. */
    static Problem tooMany(String detail) {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too_many_requests", detail)
                .header(HttpHeaders.RETRY_AFTER, "5");
    }
}
