package ai.novacore.application.user.port.out;

import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps who was invited, and what came of it. There is one invitation for an address, however often it is repeated. */
public interface InvitationStore {

    /** What came of an invitation. */
    enum Status {
        /** The mail is still to be sent. */
        PENDING,
        SENT,
        /** The mail was tried again and again, and then given up. */
        UNDELIVERABLE,
        /** Whoever was invited has an account. */
        REGISTERED,
        /** They have also verified their address. */
        VERIFIED
    }

    /**
     * An invitation.
     *
     * @param reason why the mail could not be sent, as a code; absent unless it was given up
     * @param invitedAt the last time that somebody invited this address
     * @param sentAt when the mail was last sent; absent until it was
     * @param user whoever registered; absent until somebody did
     * @param registeredAt when they did
     */
    record Invitation(
            String id,
            EmailAddress email,
            Status status,
            @Nullable String reason,
            UserId invitedBy,
            Instant invitedAt,
            @Nullable Instant sentAt,
            @Nullable UserId user,
            @Nullable Instant registeredAt) {

        /** One that is still to be mailed. */
        public static Invitation pending(String id, EmailAddress email, UserId invitedBy, Instant at) {
            return new Invitation(id, email, Status.PENDING, null, invitedBy, at, null, null, null);
        }
    }

    /**
     * Adds an invitation, in the transaction of the caller.
     *
     * @return whether the address had none; of two who try at the same time, one adds it
     */
    boolean add(Invitation invitation);

    Optional<Invitation> find(String id);

    Optional<Invitation> find(EmailAddress email);

    /**
     * Makes an invitation pending again, unless somebody has registered or it was repeated in the meantime.
     *
     * @param invitedBefore only when it was last made before this
     * @return whether it is pending because of this
     */
    boolean renew(EmailAddress email, UserId invitedBy, Instant at, Instant invitedBefore);

    /** The mail was sent; nothing to do unless it is pending. */
    void sent(String id, Instant at);

    /** The mail was given up; nothing to do unless it is pending. */
    void undeliverable(String id, String reason);

    /**
     * Somebody registered, in the transaction of the caller: all invitations of that name or address are theirs unless
     * they are somebody else's.
     *
     * @param id the invitation that they came with; absent when they came without
     */
    void registered(@Nullable String id, EmailAddress email, UserId user, Instant at);

    /** Somebody verified their address; nothing to do when they were not invited. */
    void verified(UserId user);

    /** Removes the invitations of a person and of their address. */
    void remove(UserId user, EmailAddress email);

    /** All invitations, the last made first. */
    Page<Invitation> list(PageRequest page);
}
