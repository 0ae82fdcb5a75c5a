package ai.novacore.adapters.web.admin;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.PlainText;
import ai.novacore.application.user.port.out.InvitationStore.Invitation;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies that administrators send and get. */
final class AdminShapes {
    private static final String MISSING = "is missing";

    private AdminShapes() {}

    @Schema(name = "RolesRequest")
    record Roles(@NotNull(message = MISSING) List<@NotNull(message = MISSING) Role> roles) {}

    /** Why somebody is suspended or reinstated; kept in the log, so it must not be about more than that. */
    @Schema(name = "ReasonRequest")
    record Reason(
            @NotNull(message = MISSING) @PlainText(max = 500, notBlank = true)
            String reason) {}

    @Schema(name = "InvitationRequest")
    record Invite(
            @NotNull(message = MISSING) @Size(min = 1, max = 100, message = "must name 1 to 100 addresses") List<@NotNull(message = MISSING) String> emails) {
        @Override
        public String toString() {
            return "Invite[…]";
        }
    }

    @Schema(name = "RoleGrantRequest")
    record RoleGrant(
            @NotNull(message = MISSING) @PlainText(max = 254)
            String email,

            @NotNull(message = MISSING) Role role,
            @NotNull(message = MISSING) Boolean granted) {
        @Override
        public String toString() {
            return "RoleGrant[…]";
        }
    }

    /** What was done. */
    record Status(String status) {}

    /** An invitation and what came of it. */
    @Schema(name = "Invitation")
    record InvitationView(
            String id,
            String email,

            @Schema(allowableValues = {"pending", "sent", "undeliverable", "registered", "verified"})
            String status,

            @Nullable String reason,
            String invitedBy,
            Instant invitedAt,
            @Nullable Instant sentAt,
            @Nullable Instant registeredAt,
            @Nullable String userId) {

        static InvitationView of(Invitation invitation) {
            UserId user = invitation.user();
            return new InvitationView(
                    invitation.id(),
                    invitation.email().value(),
                    Choices.lower(invitation.status()),
                    invitation.reason(),
                    invitation.invitedBy().value(),
                    invitation.invitedAt(),
                    invitation.sentAt(),
                    invitation.registeredAt(),
                    user == null ? null : user.value());
        }
    }

    /** A page of invitations. */
    record Invitations(List<InvitationView> items, @Nullable String nextCursor) {}
}
