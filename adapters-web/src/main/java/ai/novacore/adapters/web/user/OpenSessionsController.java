package ai.novacore.adapters.web.user;

import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.user.port.in.SessionUseCase;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.Ids;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a person is logged in, and how they put an end to it. */
@RestController
@RequestMapping("/auth/sessions")
final class OpenSessionsController {
    private final SessionUseCase sessions;

    OpenSessionsController(SessionUseCase sessions) {
        this.sessions = sessions;
    }

    /** The sessions that go on, the one that was used last first. */
    @Schema(name = "Sessions")
    record SessionList(List<SessionItem> items) {}

    @GetMapping
    SessionList list(@AuthenticationPrincipal Member member) {
        return new SessionList(sessions.open(member.id()).stream()
                .map(session -> SessionItem.of(session, member))
                .toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal Member member, @PathVariable String id) {
        if (!Ids.isValid("ses_", id)) {
            throw DomainRejection.notFound();
        }
        sessions.end(member.id(), id);
    }
}
