package ai.novacore.adapters.web.testing;

import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.user.port.in.AdministerUsersUseCase;
import ai.novacore.application.user.port.in.InviteUseCase;
import ai.novacore.application.user.port.out.InvitationStore.Invitation;
import ai.novacore.application.user.port.out.InvitationStore.Status;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Notes what administrators want; Anna is the only one there is. */
public final class FakeAdministration implements AdministerUsersUseCase, InviteUseCase {
    public final List<String> wanted = new CopyOnWriteArrayList<>();

    @Override
    public Account changeRoles(UserId admin, UserId user, Set<Role> roles) {
        require(user);
        if (!roles.contains(Role.ADMIN)) {
            throw DomainRejection.conflict("own_account", "Not your own.");
        }
        wanted.add("roles " + roles.stream().sorted().map(Role::name).collect(Collectors.joining(",")));
        return FakeAccounts.ANNA;
    }

    @Override
    public void suspend(UserId admin, UserId user, String reason) {
        require(user);
        wanted.add("suspend: " + reason);
    }

    @Override
    public void reinstate(UserId admin, UserId user, String reason) {
        require(user);
        wanted.add("reinstate: " + reason);
    }

    @Override
    public Account grantRole(EmailAddress email, Role role, boolean granted) {
        wanted.add(email.value() + " " + role + " " + granted);
        return FakeAccounts.ANNA;
    }

    private static void require(UserId user) {
        if (!user.equals(FakeAccounts.ANNA.id())) {
            throw DomainRejection.notFound();
        }
    }

    @Override
    public void invite(UserId admin, Set<EmailAddress> emails) {
        wanted.add("invite " + emails.stream().map(EmailAddress::value).sorted().collect(Collectors.joining(",")));
    }

    @Override
    public Page<Invitation> invitations(PageRequest page) {
        return page.after() == null
                ? new Page<>(
                        List.of(new Invitation(
                                "inv_2",
                                new EmailAddress("ben@example.org"),
                                Status.REGISTERED,
                                null,
                                FakeAccounts.ANNA.id(),
                                FakeAccounts.CREATED,
                                TestServer.NOW,
                                new UserId("usr_ben"),
                                TestServer.NOW)),
                        new Cursor(FakeAccounts.CREATED, "inv_2"))
                : new Page<>(
                        List.of(Invitation.pending(
                                "inv_1",
                                new EmailAddress("cara@example.org"),
                                FakeAccounts.ANNA.id(),
                                FakeAccounts.CREATED)),
                        null);
    }
}
