package ai.novacore.domain.user;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Decider;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.user.User.VerificationToken;
import ai.novacore.domain.user.UserCommand.ChangeProfile;
import ai.novacore.domain.user.UserCommand.ChangeRoles;
import ai.novacore.domain.user.UserCommand.CompleteErasure;
import ai.novacore.domain.user.UserCommand.CompleteErasureStep;
import ai.novacore.domain.user.UserCommand.IssueVerificationToken;
import ai.novacore.domain.user.UserCommand.NoteRepeatedRegistration;
import ai.novacore.domain.user.UserCommand.NoteTokenReuse;
import ai.novacore.domain.user.UserCommand.RecordPasswordChange;
import ai.novacore.domain.user.UserCommand.RegisterUser;
import ai.novacore.domain.user.UserCommand.ReinstateUser;
import ai.novacore.domain.user.UserCommand.RequestErasure;
import ai.novacore.domain.user.UserCommand.RequestPasswordReset;
import ai.novacore.domain.user.UserCommand.RequestVerification;
import ai.novacore.domain.user.UserCommand.SuspendUser;
import ai.novacore.domain.user.UserCommand.VerifyEmail;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.ErasureStepCompleted;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import ai.novacore.domain.user.UserEvent.PasswordResetRequested;
import ai.novacore.domain.user.UserEvent.ProfileChanged;
import ai.novacore.domain.user.UserEvent.RefreshTokenReused;
import ai.novacore.domain.user.UserEvent.RegistrationRepeated;
import ai.novacore.domain.user.UserEvent.RolesChanged;
import ai.novacore.domain.user.UserEvent.UserErased;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import ai.novacore.domain.user.UserEvent.UserReinstated;
import ai.novacore.domain.user.UserEvent.UserSuspended;
import ai.novacore.domain.user.UserEvent.VerificationRequested;
import ai.novacore.domain.user.UserEvent.VerificationTokenIssued;
import java.util.EnumSet;
import java.util.List;

/**
 * The life of an account. An address is verified once, with the newest token only. Suspension binds the person, who can
 * then only ask to be erased; staff and the system may still act, so that what is under way can be brought to its end.
 * A closing account accepts nothing but the end of it, and an id is never used again.
 */
public final class UserDecider implements Decider<UserCommand, UserEvent, User> {

    @Override
    public User initial() {
        return User.UNREGISTERED;
    }

    @Override
    public List<UserEvent> decide(UserCommand command, User state) {
        return switch (command) {
            case RegisterUser c -> register(c, state);
            case RequestVerification c ->
                List.of(new VerificationRequested(c.id(), c.now(), requireUnverified(c, state)));
            case IssueVerificationToken c -> issue(c, state);
            case VerifyEmail c -> verify(c, state);
            case ChangeRoles c -> changeRoles(c, state);
            case ChangeProfile c -> changeProfile(c, state);
            case RecordPasswordChange c -> {
                requireOpen(c, state);
                yield List.of(new PasswordChanged(c.id(), c.now()));
            }
            case RequestPasswordReset c -> {
                requireOpen(c, state);
                yield List.of(new PasswordResetRequested(c.id(), c.now()));
            }
            case NoteRepeatedRegistration c -> {
                requireOpen(c, state);
                yield List.of(new RegistrationRepeated(c.id(), c.now()));
            }
            case NoteTokenReuse c -> {
                requireOpen(c, state);
                yield List.of(new RefreshTokenReused(c.id(), c.now(), c.session()));
            }
            case SuspendUser c -> {
                requireOpen(c, state);
                yield state.suspended() ? List.of() : List.of(new UserSuspended(c.id(), c.now(), c.reason()));
            }
            case ReinstateUser c -> {
                requireOpen(c, state);
                yield state.suspended() ? List.of(new UserReinstated(c.id(), c.now(), c.reason())) : List.of();
            }
            case RequestErasure c -> requestErasure(c, state);
            case CompleteErasureStep c -> completeStep(c, state);
            case CompleteErasure c -> completeErasure(c, state);
        };
    }

    private static List<UserEvent> register(RegisterUser c, User state) {
        if (state.closing()) {
            throw closing();
        }
        if (state.email() == null) {
            return List.of(new UserRegistered(c.id(), c.now(), c.email(), c.displayName(), List.of(Role.MEMBER)));
        }
        if (state.email().equals(c.email())) {
            return List.of();
        }
        throw DomainRejection.conflict("already_registered", "This account is registered with another address.");
    }

    private static List<UserEvent> issue(IssueVerificationToken c, User state) {
        requireUnverified(c, state);
        VerificationToken token = state.token();
        return token != null && token.hash().equals(c.token())
                ? List.of()
                : List.of(new VerificationTokenIssued(c.id(), c.now(), c.token(), c.expiresAt()));
    }

    private static List<UserEvent> verify(VerifyEmail c, User state) {
        EmailAddress email = requireOpen(c, state);
        VerificationToken token = state.token();
        if (token == null || !token.hash().equals(c.token())) {
            throw DomainRejection.invalid(
                    "verification_token_invalid", "This link was used already, or a newer one has been sent.");
        }
        if (!c.now().isBefore(token.expiresAt())) {
            throw DomainRejection.expired("verification_token_expired", "This link is too old. Ask for a new one.");
        }
        return List.of(new EmailVerified(c.id(), c.now(), email));
    }

    private static List<UserEvent> changeRoles(ChangeRoles c, User state) {
        requireOpen(c, state);
        EnumSet<Role> wanted = EnumSet.of(Role.MEMBER);
        wanted.addAll(c.roles());
        List<Role> roles = List.copyOf(wanted);
        return roles.equals(state.roles()) ? List.of() : List.of(new RolesChanged(c.id(), c.now(), roles));
    }

    private static List<UserEvent> changeProfile(ChangeProfile c, User state) {
        requireOpen(c, state);
        return c.displayName().equals(state.displayName())
                ? List.of()
                : List.of(new ProfileChanged(c.id(), c.now(), c.displayName()));
    }

    private static List<UserEvent> requestErasure(RequestErasure c, User state) {
        if (state.closing()) {
            return List.of();
        }
        if (state.email() == null) {
            throw DomainRejection.notFound();
        }
        return List.of(new ErasureRequested(c.id(), c.now()));
    }

    private static List<UserEvent> completeStep(CompleteErasureStep c, User state) {
        if (state.erasedAt() != null) {
            return List.of();
        }
        requireErasureRequested(state);
        return state.pendingErasure().contains(c.step())
                ? List.of(new ErasureStepCompleted(c.id(), c.now(), c.step()))
                : List.of();
    }

    private static List<UserEvent> completeErasure(CompleteErasure c, User state) {
        if (state.erasedAt() != null) {
            return List.of();
        }
        requireErasureRequested(state);
        if (!state.pendingErasure().isEmpty()) {
            throw DomainRejection.conflict("erasure_pending", "Not everything of this account is ended and deleted.");
        }
        return List.of(new UserErased(c.id(), c.now()));
    }

    private static void requireErasureRequested(User state) {
        if (state.email() == null) {
            throw DomainRejection.notFound();
        }
        if (state.erasureRequestedAt() == null) {
            throw DomainRejection.conflict("erasure_not_requested", "Nobody asked for this account to be erased.");
        }
    }

    private static EmailAddress requireUnverified(UserCommand c, User state) {
        EmailAddress email = requireOpen(c, state);
        if (state.verifiedAt() != null) {
            throw DomainRejection.conflict("already_verified", "This address is verified already.");
        }
        return email;
    }

    /** The address of the account, if it is one that this actor may change. */
    private static EmailAddress requireOpen(UserCommand c, User state) {
        EmailAddress email = state.email();
        if (email == null) {
            throw DomainRejection.notFound();
        }
        if (state.closing()) {
            throw closing();
        }
        if (state.suspended() && c.actor().kind() == Actor.Kind.MEMBER) {
            throw DomainRejection.forbidden("account_suspended", "This account is suspended.");
        }
        return email;
    }

    private static DomainRejection closing() {
        return DomainRejection.conflict("account_closing", "This account is being closed.");
    }

    @Override
    public User evolve(User state, UserEvent event) {
        return switch (event) {
            case UserRegistered e -> state.registered(e.email(), e.displayName(), e.roles());
            case VerificationRequested _,
                    PasswordChanged _,
                    PasswordResetRequested _,
                    RegistrationRepeated _,
                    RefreshTokenReused _ -> state;
            case VerificationTokenIssued e -> state.withToken(new VerificationToken(e.token(), e.expiresAt()));
            case EmailVerified e -> state.verified(e.at());
            case RolesChanged e -> state.withRoles(e.roles());
            case ProfileChanged e -> state.withDisplayName(e.displayName());
            case UserSuspended _ -> state.withSuspended(true);
            case UserReinstated _ -> state.withSuspended(false);
            case ErasureRequested e -> state.closingSince(e.at());
            case ErasureStepCompleted e -> state.withoutPending(e.step());
            case UserErased e -> state.erased(e.at());
        };
    }
}
