package ai.novacore.adapters.web.user;

import ai.novacore.application.user.port.in.SessionUseCase.Session;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session as the HTTP contract shows it.
 *
 * @param expiresIn seconds
 * @param refreshToken left out when it went into the cookie
 */
@Schema(name = "Session")
record SessionView(
        String accessToken,
        String tokenType,
        long expiresIn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String refreshToken,
        UserView user) {

    static SessionView withToken(Session session) {
        return of(session, session.refreshToken());
    }

    static SessionView withCookie(Session session) {
        return of(session, null);
    }

    private static SessionView of(Session session, @Nullable String refreshToken) {
        return new SessionView(
                session.accessToken().value(),
                "Bearer",
                session.accessToken().lifetime().toSeconds(),
                refreshToken,
                UserView.of(session.account()));
    }

    /** Never shows the tokens. */
    @Override
    public String toString() {
        return "SessionView[" + user.id() + "]";
    }
}
