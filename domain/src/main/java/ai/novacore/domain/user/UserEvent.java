package ai.novacore.domain.user;

import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.EventType;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;

/** What happened to an account. Roles are listed in the order of {@link Role}. */
public sealed interface UserEvent extends DomainEvent {

    @Override
    UserId id();

    @EventType("user.registered/1")
    record UserRegistered(UserId id, Instant at, EmailAddress email, PersonalText displayName, List<Role> roles)
            implements UserEvent {
        public UserRegistered {
            roles = List.copyOf(roles);
        }
    }

    @EventType("user.verification-requested/1")
    record VerificationRequested(UserId id, Instant at, EmailAddress email) implements UserEvent {}

    @EventType("user.verification-token-issued/1")
    record VerificationTokenIssued(UserId id, Instant at, TokenHash token, Instant expiresAt) implements UserEvent {}

    @EventType("user.email-verified/1")
    record EmailVerified(UserId id, Instant at, EmailAddress email) implements UserEvent {}

    @EventType("user.roles-changed/1")
    record RolesChanged(UserId id, Instant at, List<Role> roles) implements UserEvent {
        public RolesChanged {
            roles = List.copyOf(roles);
        }
    }

    @EventType("user.profile-changed/1")
    record ProfileChanged(UserId id, Instant at, PersonalText displayName) implements UserEvent {}

    @EventType("user.password-changed/1")
    record PasswordChanged(UserId id, Instant at) implements UserEvent {}

    @EventType("user.password-reset-requested/1")
    record PasswordResetRequested(UserId id, Instant at) implements UserEvent {}

    @EventType("user.registration-repeated/1")
    record RegistrationRepeated(UserId id, Instant at) implements UserEvent {}

    @EventType("user.refresh-token-reused/1")
    record RefreshTokenReused(UserId id, Instant at, String session) implements UserEvent {}

    @EventType("user.suspended/1")
    record UserSuspended(UserId id, Instant at, PersonalText reason) implements UserEvent {}

    @EventType("user.reinstated/1")
    record UserReinstated(UserId id, Instant at, PersonalText reason) implements UserEvent {}

    @EventType("user.erasure-requested/1")
    record ErasureRequested(UserId id, Instant at) implements UserEvent {}

    @EventType("user.erasure-step-completed/1")
    record ErasureStepCompleted(UserId id, Instant at, ErasureStep step) implements UserEvent {}

    @EventType("user.erased/1")
    record UserErased(UserId id, Instant at) implements UserEvent {}
}
