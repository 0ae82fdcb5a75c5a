package ai.novacore.application.user;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.shared.port.out.RateLimiter.Decision;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.in.VerifyEmailUseCase;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.VerificationTokenStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.TooOften;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.TokenHash;
import ai.novacore.domain.user.UserCommand;
import ai.novacore.domain.user.UserCommand.ChangeRoles;
import ai.novacore.domain.user.UserCommand.RequestVerification;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies addresses. Whoever verifies the configured address of the administrator is one from then on. */
public final class VerifyEmail implements VerifyEmailUseCase {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Actor CONFIGURATION = Actor.system("configuration");

    private final VerificationTokenStore tokens;
    private final CommandDispatcher commands;
    private final AccountStore accounts;
    private final ReadModels readModels;
    private final AttemptThrottle throttle;
    private final RateLimiter limiter;
    private final Clock clock;
    private final @Nullable EmailAddress administrator;

    /**
     * @param administrator the address whose owner becomes an administrator; nobody does when absent
     */
    public VerifyEmail(
            VerificationTokenStore tokens,
            CommandDispatcher commands,
            AccountStore accounts,
            ReadModels readModels,
            AttemptThrottle throttle,
            RateLimiter limiter,
            Clock clock,
            @Nullable EmailAddress administrator) {
        this.tokens = tokens;
        this.commands = commands;
        this.accounts = accounts;
        this.readModels = readModels;
        this.throttle = throttle;
        this.limiter = limiter;
        this.clock = clock;
        this.administrator = administrator;
    }

    @Override
    public Verified verify(String token, String clientAddress) {
        return throttle.attempt(Throttles.VERIFICATION, Throttles.verification(clientAddress), () -> {
            try {
                return verify(SecretTokens.hash(token));
            } catch (DomainRejection refusal) {
                SecurityLog.linkRefused("verification_refused", refusal.code());
                throw refusal;
            }
        });
    }

    private Verified verify(TokenHash hash) {
        UserId user = tokens.owner(hash).orElseThrow(VerifyEmail::unknown);
        EmailVerified verified = commands.atomically(() -> {
            EmailVerified event = verified(
                    commands.dispatch(new UserCommand.VerifyEmail(user, Actor.member(user), clock.instant(), hash)));
            if (event.email().equals(administrator)) {
                commands.dispatch(new ChangeRoles(user, CONFIGURATION, clock.instant(), rolesWithAdmin(user)));
            }
            tokens.remove(user);
            return event;
        });
        SecurityLog.verified(user);
        if (verified.email().equals(administrator)) {
            SecurityLog.rolesChanged(user, rolesWithAdmin(user), CONFIGURATION);
        }
        readModels.awaitLatest(PATIENCE);
        return new Verified(verified.email().value(), verified.at());
    }

    @Override
    public void resend(UserId user) {
        Decision decision = limiter.take(Throttles.RESEND_PER_USER, user.value());
        if (!decision.granted()) {
            SecurityLog.throttled(Throttles.RESEND_PER_USER.name());
            throw new TooOften(
                    "resend_throttled",
                    "That was enough mail for an hour. Look into your spam folder, or try again later.",
                    clock.instant().plus(decision.retryAfter()));
        }
        try {
            commands.dispatch(new RequestVerification(user, Actor.member(user), clock.instant()));
        } catch (DomainRejection nothingSent) {
            limiter.giveBack(Throttles.RESEND_PER_USER, user.value());
            throw nothingSent;
        }
    }

    private Set<Role> rolesWithAdmin(UserId user) {
        EnumSet<Role> roles = EnumSet.of(Role.MEMBER, Role.ADMIN);
        accounts.find(user).map(Account::roles).ifPresent(roles::addAll);
        return roles;
    }

    private static EmailVerified verified(List<DomainEvent> events) {
        return events.stream()
                .filter(EmailVerified.class::isInstance)
                .map(EmailVerified.class::cast)
                .findFirst()
                .orElseThrow(VerifyEmail::unknown);
    }

    private static DomainRejection unknown() {
        return DomainRejection.invalid(
                "verification_token_invalid", "This link was used already, or a newer one has been sent.");
    }
}
