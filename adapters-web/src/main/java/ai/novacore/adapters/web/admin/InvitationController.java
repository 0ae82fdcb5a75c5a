package ai.novacore.adapters.web.admin;

import ai.novacore.adapters.web.admin.AdminShapes.InvitationView;
import ai.novacore.adapters.web.admin.AdminShapes.Invitations;
import ai.novacore.adapters.web.admin.AdminShapes.Status;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.shared.Page;
import ai.novacore.application.user.port.in.InviteUseCase;
import ai.novacore.application.user.port.out.InvitationStore.Invitation;
import ai.novacore.domain.user.EmailAddress;
import jakarta.validation.Valid;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who was invited, and what came of it. */
@RestController
@RequestMapping("/admin/invitations")
final class InvitationController {
    private static final int LONGEST_ADDRESS = 254;
    private static final Status SENT = new Status("invitations_sent");

    private final InviteUseCase invitations;

    InvitationController(InviteUseCase invitations) {
        this.invitations = invitations;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Status invite(@AuthenticationPrincipal Member admin, @Valid @RequestBody AdminShapes.Invite request) {
        invitations.invite(
                admin.id(),
                request.emails().stream().map(InvitationController::address).collect(Collectors.toSet()));
        return SENT;
    }

    private static EmailAddress address(String email) {
        if (!EmailAddress.isPlausible(Texts.required("emails", email, LONGEST_ADDRESS))) {
            throw Refused.field("emails", "must hold mail addresses only");
        }
        return new EmailAddress(email);
    }

    @GetMapping
    Invitations list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Page<Invitation> page = invitations.invitations(Paging.request(cursor, limit));
        return new Invitations(page.items().stream().map(InvitationView::of).toList(), Paging.encode(page.next()));
    }
}
