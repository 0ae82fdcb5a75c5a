package ai.novacore.application.user;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.user.port.in.RegisterUserUseCase;
import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.PasswordHasher;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.UserCommand;
import java.time.Clock;

/**
 * Registers a person. The hash, by far the longest part, is computed before anything depends on whether the address is
 * free, and the mail to the owner of a taken address goes out in the background.
 */
public final class RegisterUser implements RegisterUserUseCase {
    private final EmailRegistry registry;
    private final CredentialStore credentials;
    private final PasswordHasher hasher;
    private final CommandDispatcher commands;
    private final AlreadyRegisteredNotice notice;
    private final IdGenerator ids;
    private final Clock clock;
    private final PasswordRules rules = new PasswordRules();

    public RegisterUser(
            EmailRegistry registry,
            CredentialStore credentials,
            PasswordHasher hasher,
            CommandDispatcher commands,
            AlreadyRegisteredNotice notice,
            IdGenerator ids,
            Clock clock) {
        this.registry = registry;
        this.credentials = credentials;
        this.hasher = hasher;
        this.commands = commands;
        this.notice = notice;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void register(EmailAddress email, String password, String displayName) {
        PersonalText name = DisplayName.of(displayName);
        rules.check(password, email, name.value());
        String hash = hasher.hash(password);
        UserId user = new UserId(ids.next("usr_"));
        boolean registered = commands.atomically(() -> {
            if (!registry.claim(email, user)) {
                return false;
            }
            commands.dispatch(new UserCommand.RegisterUser(user, Actor.member(user), clock.instant(), email, name));
            credentials.save(user, hash);
            return true;
        });
        if (!registered) {
            notice.send(email);
        }
    }
}
