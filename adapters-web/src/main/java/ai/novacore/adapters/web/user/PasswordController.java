package ai.novacore.adapters.web.user;

import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.user.port.in.ManageAccountUseCase;
import ai.novacore.application.user.port.in.ResetPasswordUseCase;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passwords: changed, forgotten, chosen anew. */
@RestController
@RequestMapping("/auth")
final class PasswordController {
    private static final Asked ASKED = new Asked("reset_mail_sent_if_registered");

    private final ResetPasswordUseCase resets;
    private final ManageAccountUseCase management;

    PasswordController(ResetPasswordUseCase resets, ManageAccountUseCase management) {
        this.resets = resets;
        this.management = management;
    }

    /** The same whether or not there is an account. */
    record Asked(String status) {}

    @PostMapping("/forgot-password")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked forgot(@Valid @RequestBody AuthRequests.ForgotPassword request) {
        resets.forgot(request.email());
        return ASKED;
    }

    @PostMapping("/reset-password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@Valid @RequestBody AuthRequests.ResetPassword request) {
        resets.reset(request.token(), request.newPassword());
    }

    @PostMapping("/change-password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@AuthenticationPrincipal Member member, @Valid @RequestBody AuthRequests.ChangePassword request) {
        management.changePassword(member.id(), member.session(), request.currentPassword(), request.newPassword());
    }
}
