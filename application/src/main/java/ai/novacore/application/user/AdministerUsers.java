package ai.novacore.application.user;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.in.AdministerUsersUseCase;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.UserCommand.ChangeRoles;
import ai.novacore.domain.user.UserCommand.ReinstateUser;
import ai.novacore.domain.user.UserCommand.SuspendUser;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Changes accounts in the name of an administrator, whom every event then names as its actor. */
public final class AdministerUsers implements AdministerUsersUseCase {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Actor OPERATOR = Actor.system("grant-role");

    private final AccountStore accounts;
    private final EmailRegistry registry;
    private final CommandDispatcher commands;
    private final ReadModels readModels;
    private final Clock clock;

    public AdministerUsers(
            AccountStore accounts,
            EmailRegistry registry,
            CommandDispatcher commands,
            ReadModels readModels,
            Clock clock) {
        this.accounts = accounts;
        this.registry = registry;
        this.commands = commands;
        this.readModels = readModels;
        this.clock = clock;
    }

    @Override
    public Account changeRoles(UserId admin, UserId user, Set<Role> roles) {
        if (admin.equals(user) && !roles.contains(Role.ADMIN)) {
            throw ownAccount("Administrators cannot take that role from themselves.");
        }
        return changeRoles(Actor.staff(admin), user, roles);
    }

    @Override
    public void suspend(UserId admin, UserId user, String reason) {
        if (admin.equals(user)) {
            throw ownAccount("Administrators cannot suspend themselves.");
        }
        commands.dispatch(new SuspendUser(user, Actor.staff(admin), clock.instant(), new PersonalText(reason)));
        SecurityLog.standingChanged("account_suspended", user, Actor.staff(admin));
        readModels.awaitLatest(PATIENCE);
    }

    @Override
    public void reinstate(UserId admin, UserId user, String reason) {
        commands.dispatch(new ReinstateUser(user, Actor.staff(admin), clock.instant(), new PersonalText(reason)));
        SecurityLog.standingChanged("account_reinstated", user, Actor.staff(admin));
        readModels.awaitLatest(PATIENCE);
    }

    @Override
    public Account grantRole(EmailAddress email, Role role, boolean granted) {
        UserId user = registry.find(email).orElseThrow(DomainRejection::notFound);
        EnumSet<Role> roles = EnumSet.of(Role.MEMBER);
        roles.addAll(account(user).roles());
        if (granted) {
            roles.add(role);
        } else {
            roles.remove(role);
        }
        return changeRoles(OPERATOR, user, roles);
    }

    private Account changeRoles(Actor actor, UserId user, Set<Role> roles) {
        commands.dispatch(new ChangeRoles(user, actor, clock.instant(), roles));
        SecurityLog.rolesChanged(user, roles, actor);
        readModels.awaitLatest(PATIENCE);
        return account(user);
    }

    /** An account that was created a moment ago may not have reached its read model yet. */
    private Account account(UserId user) {
        return accounts.find(user)
                .or(() -> readModels.awaitLatest(PATIENCE) ? accounts.find(user) : Optional.empty())
                .orElseThrow(DomainRejection::notFound);
    }

    private static DomainRejection ownAccount(String message) {
        return DomainRejection.conflict("own_account", message);
    }
}
