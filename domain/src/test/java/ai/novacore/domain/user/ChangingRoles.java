package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.Role.ADMIN;
import static ai.novacore.domain.user.Role.MEMBER;
import static ai.novacore.domain.user.Role.OPERATOR;
import static ai.novacore.domain.user.Role.SUPPORT;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.user.UserCommand.ChangeRoles;
import ai.novacore.domain.user.UserEvent.RolesChanged;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangingRoles {
    private final UserDecider decider = new UserDecider();

    @Test
    void setsThemInTheirOrder() {
        given(decider, REGISTERED)
                .when(change(ADMIN, SUPPORT, OPERATOR, MEMBER))
                .thenEvents(new RolesChanged(ADA, LATER, List.of(MEMBER, SUPPORT, OPERATOR, ADMIN)));
    }

    @Test
    void keepsTheMember() {
        given(decider, REGISTERED).when(change(ADMIN)).thenEvents(new RolesChanged(ADA, LATER, List.of(MEMBER, ADMIN)));
        given(decider, REGISTERED, new RolesChanged(ADA, NOON, List.of(MEMBER, ADMIN)))
                .when(change())
                .thenEvents(new RolesChanged(ADA, LATER, List.of(MEMBER)));
    }

    @Test
    void toTheSameChangesNothing() {
        given(decider, REGISTERED).when(change()).thenNothing();
        given(decider, REGISTERED, new RolesChanged(ADA, NOON, List.of(MEMBER, ADMIN)))
                .when(change(ADMIN))
                .thenNothing();
    }

    @Test
    void isPossibleWhileThePersonIsSuspended() {
        given(decider, REGISTERED, new RolesChanged(ADA, NOON, List.of(MEMBER, ADMIN)), SUSPENDED)
                .when(change(MEMBER))
                .thenEvents(new RolesChanged(ADA, LATER, List.of(MEMBER)));
    }

    @Test
    void needsAnAccountThatIsOpen() {
        given(decider).when(change(ADMIN)).thenRejected("not_found");
        given(decider, REGISTERED, CLOSING).when(change(ADMIN)).thenRejected("account_closing");
        given(decider, REGISTERED, CLOSING, ERASED).when(change(ADMIN)).thenRejected("not_found");
    }

    private static ChangeRoles change(Role... roles) {
        return new ChangeRoles(ADA, STAFF, LATER, Set.of(roles));
    }
}
