package ai.novacore.adapters.web.support;

import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.adapters.web.support.SupportShapes.Audit;
import ai.novacore.adapters.web.support.SupportShapes.LooksAtMe;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.domain.shared.Ids;
import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who of the staff looked at what: for the staff, and for those who were looked at. */
@RestController
final class AuditController {
    private final AuditLooksUseCase audit;

    AuditController(AuditLooksUseCase audit) {
        this.audit = audit;
    }

    /** The newest first. */
    @GetMapping("/support/audit")
    Audit looks(
            @RequestParam(required = false) @Nullable String userId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        return Audit.of(audit.looks(person(userId), Paging.request(cursor, limit)));
    }

    private static @Nullable UserId person(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        if (!Ids.isValid("usr_", id)) {
            throw Refused.field("userId", "is not the id of a member");
        }
        return new UserId(id);
    }

    /** When the staff looked at what is mine, newest first. */
    @GetMapping("/auth/me/looks")
    LooksAtMe looksAtMe(
            @AuthenticationPrincipal Member member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        return LooksAtMe.of(audit.looks(member.id(), Paging.request(cursor, limit)));
    }
}
