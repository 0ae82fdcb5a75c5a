package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.shared.InMemoryReadModels;
import ai.novacore.application.user.readmodel.AccountProjection;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.RolesChanged;
import ai.novacore.domain.user.UserEvent.UserReinstated;
import ai.novacore.domain.user.UserEvent.UserSuspended;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AdministeringUsers {
    private static final UserId GRACE = new UserId("usr_grace");

    private final MemberFixture fixture = new MemberFixture().withAda();
    private final AdministerUsers administration = new AdministerUsers(
            fixture.accounts,
            fixture.registry,
            fixture.commands,
            new InMemoryReadModels(fixture.commands::events, new AccountProjection(fixture.accounts)),
            fixture.clock);

    @Test
    void changesRolesInTheNameOfTheAdministrator() {
        assertThat(administration.changeRoles(GRACE, ADA, Set.of(Role.SUPPORT)).roles())
                .containsExactly(Role.MEMBER, Role.SUPPORT);

        assertThat(fixture.commands.events(ADA))
                .last()
                .isEqualTo(new RolesChanged(ADA, NOON, List.of(Role.MEMBER, Role.SUPPORT)));
        assertThat(fixture.commands.commands().getLast().actor()).isEqualTo(Actor.staff(GRACE));
    }

    @Test
    void leavesAdministratorsTheirOwnRole() {
        assertRejected("own_account", () -> administration.changeRoles(ADA, ADA, Set.of(Role.SUPPORT)));

        assertThat(administration
                        .changeRoles(ADA, ADA, Set.of(Role.ADMIN, Role.OPERATOR))
                        .roles())
                .containsExactly(Role.MEMBER, Role.OPERATOR, Role.ADMIN);
    }

    @Test
    void suspendsAndReinstates() {
        administration.suspend(GRACE, ADA, "spam");
        assertThat(fixture.commands.events(ADA))
                .last()
                .isEqualTo(new UserSuspended(ADA, NOON, new PersonalText("spam")));
        assertThat(fixture.commands.commands().getLast().actor()).isEqualTo(Actor.staff(GRACE));

        administration.reinstate(GRACE, ADA, "appeal");
        assertThat(fixture.commands.events(ADA))
                .last()
                .isEqualTo(new UserReinstated(ADA, NOON, new PersonalText("appeal")));
    }

    @Test
    void letsNobodySuspendThemselves() {
        assertRejected("own_account", () -> administration.suspend(ADA, ADA, "tired"));
    }

    @Test
    void givesAndTakesOneRole() {
        administration.grantRole(EMAIL, Role.OPERATOR, true);
        assertThat(administration.grantRole(EMAIL, Role.SUPPORT, true).roles())
                .containsExactly(Role.MEMBER, Role.SUPPORT, Role.OPERATOR);

        assertThat(administration.grantRole(EMAIL, Role.OPERATOR, false).roles())
                .containsExactly(Role.MEMBER, Role.SUPPORT);
        assertThat(administration.grantRole(EMAIL, Role.MEMBER, false).roles())
                .containsExactly(Role.MEMBER, Role.SUPPORT);
        assertThat(fixture.commands.commands().getLast().actor().kind()).isEqualTo(Actor.Kind.SYSTEM);
    }

    @Test
    void findsWhoRegisteredAMomentAgo() {
        fixture.accounts.remove(ADA);

        assertThat(administration.grantRole(EMAIL, Role.SUPPORT, true).roles())
                .containsExactly(Role.MEMBER, Role.SUPPORT);
    }

    @Test
    void doesNotFindWhoIsNotThere() {
        UserId nobody = new UserId("usr_nobody");

        assertRejected("not_found", () -> administration.changeRoles(GRACE, nobody, Set.of(Role.SUPPORT)));
        assertRejected("not_found", () -> administration.suspend(GRACE, nobody, "spam"));
        assertRejected("not_found", () -> administration.reinstate(GRACE, nobody, "appeal"));
        assertRejected(
                "not_found", () -> administration.grantRole(new EmailAddress("no@example.org"), Role.ADMIN, true));
    }

    @Test
    void leavesAnAccountOnItsWayOutAlone() {
        fixture.commands.given(new ErasureRequested(ADA, NOON));

        assertRejected("account_closing", () -> administration.suspend(GRACE, ADA, "spam"));
    }

    private static void assertRejected(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
