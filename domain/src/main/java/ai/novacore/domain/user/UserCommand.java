package ai.novacore.domain.user;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.Set;

/** What can be asked of an account. */
public sealed interface UserCommand extends DomainCommand {

    @Override
    UserId id();

    /** Creates the account. That the address is free is seen to in the same transaction, by the registry. */
    record RegisterUser(UserId id, Actor actor, Instant now, EmailAddress email, PersonalText displayName)
            implements UserCommand {}

    /** Wants a verification mail to be sent. Rejected with {@code already_verified} when there is nothing to verify. */
    record RequestVerification(UserId id, Actor actor, Instant now) implements UserCommand {}

    /** Records the token of a mail; it retires the one before. */
    record IssueVerificationToken(UserId id, Actor actor, Instant now, TokenHash token, Instant expiresAt)
            implements UserCommand {}

    /**
     * Uses a token up. Rejected with {@code verification_token_invalid} (unknown, retired or used) or {@code
     * verification_token_expired}.
     */
    record VerifyEmail(UserId id, Actor actor, Instant now, TokenHash token) implements UserCommand {}

    /** Sets the roles; {@code MEMBER} always stays. */
    record ChangeRoles(UserId id, Actor actor, Instant now, Set<Role> roles) implements UserCommand {
        public ChangeRoles {
            roles = Set.copyOf(roles);
        }
    }

    record ChangeProfile(UserId id, Actor actor, Instant now, PersonalText displayName) implements UserCommand {}

    /** Notes that the password was changed; the hash is kept in the credential store, not here. */
    record RecordPasswordChange(UserId id, Actor actor, Instant now) implements UserCommand {}

    /** Wants a mail to be sent with which the password can be chosen anew. */
    record RequestPasswordReset(UserId id, Actor actor, Instant now) implements UserCommand {}

    /** Notes that somebody tried to register the address of this account again. */
    record NoteRepeatedRegistration(UserId id, Actor actor, Instant now) implements UserCommand {}

    /** Notes that a refresh token came back that another had replaced, so that its session was ended. */
    record NoteTokenReuse(UserId id, Actor actor, Instant now, String session) implements UserCommand {}

    record SuspendUser(UserId id, Actor actor, Instant now, PersonalText reason) implements UserCommand {}

    record ReinstateUser(UserId id, Actor actor, Instant now, PersonalText reason) implements UserCommand {}

    /** The person wants to be gone; from here on nothing else is accepted but the end of it. */
    record RequestErasure(UserId id, Actor actor, Instant now) implements UserCommand {}

    /** A part of the erasure is done. Rejected with {@code erasure_not_requested} when nobody asked for it. */
    record CompleteErasureStep(UserId id, Actor actor, Instant now, ErasureStep step) implements UserCommand {}

    /** Everything that had to be ended and erased has been; rejected with {@code erasure_pending} when it has not. */
    record CompleteErasure(UserId id, Actor actor, Instant now) implements UserCommand {}
}
