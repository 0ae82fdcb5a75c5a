package ai.novacore.application.user;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.in.ManageAccountUseCase;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.PasswordHasher;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.UserCommand.ChangeProfile;
import ai.novacore.domain.user.UserCommand.RecordPasswordChange;
import ai.novacore.domain.user.UserCommand.RequestErasure;
import java.time.Clock;
import java.time.Duration;

/** Changes to one's own account. */
public final class ManageAccount implements ManageAccountUseCase {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AccountStore accounts;
    private final PasswordCheck passwords;
    private final PasswordHasher hasher;
    private final CredentialStore credentials;
    private final SessionStore sessions;
    private final CommandDispatcher commands;
    private final ReadModels readModels;
    private final Clock clock;
    private final PasswordRules rules = new PasswordRules();

    public ManageAccount(
            AccountStore accounts,
            PasswordCheck passwords,
            PasswordHasher hasher,
            CredentialStore credentials,
            SessionStore sessions,
            CommandDispatcher commands,
            ReadModels readModels,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.hasher = hasher;
        this.credentials = credentials;
        this.sessions = sessions;
        this.commands = commands;
        this.readModels = readModels;
        this.clock = clock;
    }

    @Override
    public Account rename(UserId user, String displayName) {
        commands.dispatch(new ChangeProfile(user, Actor.member(user), clock.instant(), DisplayName.of(displayName)));
        readModels.awaitLatest(PATIENCE);
        return account(user);
    }

    @Override
    public void changePassword(UserId user, String session, String currentPassword, String newPassword) {
        Account account = account(user);
        passwords.confirm(account, currentPassword);
        rules.check(newPassword, new EmailAddress(account.email()), account.displayName());
        String hash = hasher.hash(newPassword);
        commands.atomically(() -> {
            credentials.save(user, hash);
            sessions.endAll(user, session, clock.instant());
            return commands.dispatch(new RecordPasswordChange(user, Actor.member(user), clock.instant()));
        });
        SecurityLog.passwordChanged(user, "change");
    }

    @Override
    public void erase(UserId user, String password) {
        passwords.confirm(account(user), password);
        commands.atomically(() -> {
            sessions.endAll(user, null, clock.instant());
            return commands.dispatch(new RequestErasure(user, Actor.member(user), clock.instant()));
        });
        SecurityLog.erasureRequested(user);
    }

    private Account account(UserId user) {
        return accounts.find(user).orElseThrow(DomainRejection::notFound);
    }
}
