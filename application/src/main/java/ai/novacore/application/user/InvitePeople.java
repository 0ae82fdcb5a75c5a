package ai.novacore.application.user;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.user.port.in.InviteUseCase;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.InvitationQueue;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.application.user.port.out.InvitationStore.Invitation;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notes invitations and queues their mails in one transaction, so that none is noted that nobody sends. */
public final class InvitePeople implements InviteUseCase {
    private static final Duration PAUSE = Duration.ofDays(1);

    private final InvitationStore invitations;
    private final InvitationQueue queue;
    private final EmailRegistry registry;
    private final CommandDispatcher commands;
    private final IdGenerator ids;
    private final Clock clock;

    public InvitePeople(
            InvitationStore invitations,
            InvitationQueue queue,
            EmailRegistry registry,
            CommandDispatcher commands,
            IdGenerator ids,
            Clock clock) {
        this.invitations = invitations;
        this.queue = queue;
        this.registry = registry;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void invite(UserId admin, Set<EmailAddress> emails) {
        // Always in the same order, so that two who invite the same people at once wait for each other in one
        // direction.
        List<EmailAddress> inOrder = emails.stream()
                .sorted(Comparator.comparing(EmailAddress::value))
                .toList();
        commands.atomically(() -> {
            Instant now = clock.instant();
            inOrder.forEach(email -> invite(admin, email, now));
            return inOrder;
        });
    }

    private void invite(UserId admin, EmailAddress email, Instant now) {
        boolean added = invitations.add(Invitation.pending(ids.next("inv_"), email, admin, now));
        Optional<UserId> owner = registry.find(email);
        if (owner.isPresent()) {
            invitations.registered(null, email, owner.get(), now);
        } else if (added || invitations.renew(email, admin, now, now.minus(PAUSE))) {
            invitations
                    .find(email)
                    .ifPresent(invitation -> queue.add(invitation.id(), invitation.id() + "-" + now.getEpochSecond()));
        }
    }

    @Override
    public Page<Invitation> invitations(PageRequest page) {
        return invitations.list(page);
    }
}
