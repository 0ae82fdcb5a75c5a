package ai.novacore.adapters.web.admin;

import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.adapters.web.user.UserView;
import ai.novacore.application.user.port.in.AdministerUsersUseCase;
import jakarta.validation.Valid;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Other people's accounts, changed by administrators. Who may come here is a rule of the filter chain. */
@RestController
@RequestMapping("/admin/users/{id}")
final class AdministrationController {
    private final AdministerUsersUseCase users;

    AdministrationController(AdministerUsersUseCase users) {
        this.users = users;
    }

    @PutMapping("/roles")
    UserView changeRoles(
            @AuthenticationPrincipal Member admin,
            @PathVariable String id,
            @Valid @RequestBody AdminShapes.Roles request) {
        return UserView.of(users.changeRoles(admin.id(), PathIds.user(id), Set.copyOf(request.roles())));
    }

    @PostMapping("/suspend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void suspend(
            @AuthenticationPrincipal Member admin,
            @PathVariable String id,
            @Valid @RequestBody AdminShapes.Reason request) {
        users.suspend(admin.id(), PathIds.user(id), request.reason());
    }

    @PostMapping("/reinstate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reinstate(
            @AuthenticationPrincipal Member admin,
            @PathVariable String id,
            @Valid @RequestBody AdminShapes.Reason request) {
        users.reinstate(admin.id(), PathIds.user(id), request.reason());
    }
}
