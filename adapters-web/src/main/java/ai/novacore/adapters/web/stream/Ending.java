package ai.novacore.adapters.web.stream;

import ai.novacore.adapters.web.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Why something open may not go on. */
public enum Ending {
    SESSION_ENDED("session_ended", "The session is over."),
    ACCOUNT_SUSPENDED("account_suspended", "The account is suspended."),
    TOKEN_EXPIRED("token_expired", "The access token's time is over.");

    private final String reason;
    private final String detail;

    Ending(String reason, String detail) {
        this.reason = reason;
        this.detail = detail;
    }

    /** The name of the reason where a socket is closed. */
    public String reason() {
        return reason;
    }

    /** What the reader of an answer is told: from now on their token is refused. */
    public Problem problem() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "token_invalid", detail)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
