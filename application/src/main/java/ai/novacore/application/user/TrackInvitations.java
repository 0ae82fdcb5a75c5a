package ai.novacore.application.user;

import ai.novacore.application.shared.Effect;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.user.UserEvent.EmailVerified;

/** Notes which of the invited have verified their address. No projection: invitations are not derived from events. */
public final class TrackInvitations implements Effect {
    public static final String NAME = "invitations";

    private final InvitationStore invitations;

    public TrackInvitations(InvitationStore invitations) {
        this.invitations = invitations;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == EmailVerified.class;
    }

    @Override
    public void happen(DomainEvent event, String eventId) {
        if (event instanceof EmailVerified verified) {
            invitations.verified(verified.id());
        }
    }
}
