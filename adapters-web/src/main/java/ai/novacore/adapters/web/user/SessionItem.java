package ai.novacore.adapters.web.user;

import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.user.port.in.SessionUseCase.OpenSession;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A session.
 *
 * @param current whether the request came from it
 */
@Schema(name = "OpenSession")
public record SessionItem(
        String id, String userAgent, Instant createdAt, Instant lastUsedAt, Instant expiresAt, boolean current) {

    public static SessionItem of(OpenSession session, Member member) {
        return new SessionItem(
                session.id(),
                session.userAgent(),
                session.begunAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().equals(member.session()));
    }
}
