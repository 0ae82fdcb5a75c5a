package ai.novacore.application.user;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.user.port.in.RegisterUserUseCase;
import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.application.user.port.out.PasswordHasher;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.UserCommand;
import ai.novacore.domain.user.UserCommand.NoteRepeatedRegistration;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers a person. The hash, by far the longest part, is computed before anything depends on whether the address is
 * free, and what is recorded for a taken address is an event as for a free one; the mail to its owner follows from that.
 */
public final class RegisterUser implements RegisterUserUseCase {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterUser.class);
    private static final Actor ACTOR = Actor.system("registration");

    private final EmailRegistry registry;
    private final CredentialStore credentials;
    private final InvitationStore invitations;
    private final PasswordHasher hasher;
    private final CommandDispatcher commands;
    private final RateLimiter limiter;
    private final AccountMetrics metrics;
    private final IdGenerator ids;
    private final EvenPace pace;
    private final Clock clock;
    private final PasswordRules rules = new PasswordRules();

    public RegisterUser(
            EmailRegistry registry,
            CredentialStore credentials,
            InvitationStore invitations,
            PasswordHasher hasher,
            CommandDispatcher commands,
            RateLimiter limiter,
            AccountMetrics metrics,
            IdGenerator ids,
            EvenPace pace,
            Clock clock) {
        this.registry = registry;
        this.credentials = credentials;
        this.invitations = invitations;
        this.hasher = hasher;
        this.commands = commands;
        this.limiter = limiter;
        this.metrics = metrics;
        this.ids = ids;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public void register(EmailAddress email, String password, String displayName, @Nullable String invitation) {
        PersonalText name = DisplayName.of(displayName);
        rules.check(password, email, name.value());
        String hash = hasher.hash(password);
        pace.run(() -> record(email, hash, name, invitation));
    }

    private void record(EmailAddress email, String hash, PersonalText name, @Nullable String invitation) {
        UserId user = new UserId(ids.next("usr_"));
        boolean registered = commands.atomically(() -> {
            if (!registry.claim(email, user)) {
                return false;
            }
            commands.dispatch(new UserCommand.RegisterUser(user, Actor.member(user), clock.instant(), email, name));
            credentials.save(user, hash);
            invitations.registered(invitation, email, user, clock.instant());
            return true;
        });
        if (registered) {
            metrics.registered();
            SecurityLog.registered(user);
        } else {
            registry.find(email).ifPresent(owner -> noteAgain(email, owner));
        }
    }

    /** What follows is a mail to the owner of the address, who cannot be flooded with them this way. */
    private void noteAgain(EmailAddress email, UserId owner) {
        SecurityLog.registeredAgain(owner);
        if (limiter.take(Throttles.NOTICES_PER_ACCOUNT, Throttles.accountKey(email.value()))
                .granted()) {
            try {
                commands.dispatch(new NoteRepeatedRegistration(owner, ACTOR, clock.instant()));
            } catch (DomainRejection closing) {
                LOG.debug("Nobody is left to be told", closing);
            }
        }
    }
}
