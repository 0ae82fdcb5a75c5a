package ai.novacore.application.user;

import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.Paging;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Invitations in memory. */
public final class InMemoryInvitations implements InvitationStore {
    private final Map<EmailAddress, Invitation> invitations = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Invitation invitation) {
        return invitations.putIfAbsent(invitation.email(), invitation) == null;
    }

    @Override
    public synchronized Optional<Invitation> find(String id) {
        return invitations.values().stream()
                .filter(invitation -> invitation.id().equals(id))
                .findFirst();
    }

    @Override
    public synchronized Optional<Invitation> find(EmailAddress email) {
        return Optional.ofNullable(invitations.get(email));
    }

    @Override
    public synchronized boolean renew(EmailAddress email, UserId invitedBy, Instant at, Instant invitedBefore) {
        return change(
                i -> i.email().equals(email)
                        && i.user() == null
                        && i.invitedAt().isBefore(invitedBefore),
                i -> new Invitation(i.id(), email, Status.PENDING, null, invitedBy, at, i.sentAt(), null, null));
    }

    @Override
    public synchronized void sent(String id, Instant at) {
        change(
                i -> isPending(i, id),
                i -> new Invitation(id, i.email(), Status.SENT, null, i.invitedBy(), i.invitedAt(), at, null, null));
    }

    @Override
    public synchronized void undeliverable(String id, String reason) {
        change(
                i -> isPending(i, id),
                i -> new Invitation(
                        id,
                        i.email(),
                        Status.UNDELIVERABLE,
                        reason,
                        i.invitedBy(),
                        i.invitedAt(),
                        i.sentAt(),
                        null,
                        null));
    }

    @Override
    public synchronized void registered(@Nullable String id, EmailAddress email, UserId user, Instant at) {
        change(
                i -> (i.id().equals(id) || i.email().equals(email)) && i.user() == null,
                i -> new Invitation(
                        i.id(),
                        i.email(),
                        Status.REGISTERED,
                        null,
                        i.invitedBy(),
                        i.invitedAt(),
                        i.sentAt(),
                        user,
                        at));
    }

    @Override
    public synchronized void verified(UserId user) {
        change(
                i -> user.equals(i.user()),
                i -> new Invitation(
                        i.id(),
                        i.email(),
                        Status.VERIFIED,
                        null,
                        i.invitedBy(),
                        i.invitedAt(),
                        i.sentAt(),
                        user,
                        i.registeredAt()));
    }

    @Override
    public synchronized void remove(UserId user, EmailAddress email) {
        invitations.values().removeIf(i -> user.equals(i.user()) || i.email().equals(email));
    }

    @Override
    public synchronized Page<Invitation> list(PageRequest page) {
        return Paging.page(invitations.values().stream(), i -> new Cursor(i.invitedAt(), i.id()), page);
    }

    private static boolean isPending(Invitation invitation, String id) {
        return invitation.id().equals(id) && invitation.status() == Status.PENDING;
    }

    private boolean change(Predicate<Invitation> which, UnaryOperator<Invitation> change) {
        boolean changed = invitations.values().stream().anyMatch(which);
        invitations.replaceAll((email, invitation) -> which.test(invitation) ? change.apply(invitation) : invitation);
        return changed;
    }
}
