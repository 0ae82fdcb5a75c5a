package ai.novacore.adapters.web.admin;

import ai.novacore.adapters.web.openapi.ForServices;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.user.UserView;
import ai.novacore.application.user.port.in.AdministerUsersUseCase;
import ai.novacore.domain.user.EmailAddress;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Roles given from the node's own command line, with a service token. */
@RestController
@ForServices
final class RoleGrantController {
    private final AdministerUsersUseCase users;

    RoleGrantController(AdministerUsersUseCase users) {
        this.users = users;
    }

    @PutMapping("/internal/accounts/roles")
    UserView grant(@Valid @RequestBody AdminShapes.RoleGrant request) {
        if (!EmailAddress.isPlausible(request.email())) {
            throw Refused.field("email", "is not a mail address");
        }
        return UserView.of(users.grantRole(new EmailAddress(request.email()), request.role(), request.granted()));
    }
}
