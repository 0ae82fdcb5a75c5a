package ai.novacore.application.user.port.in;

import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.user.port.out.InvitationStore.Invitation;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.Set;

/** Invites people who have no account. */
public interface InviteUseCase {

    /**
     * Has a mail sent to each address, in the background. Whoever has an account gets none; nor does whoever was invited
     * within the last day.
     */
    void invite(UserId admin, Set<EmailAddress> emails);

    /** All invitations, the last made first. */
    Page<Invitation> invitations(PageRequest page);
}
