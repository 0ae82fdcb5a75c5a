package ai.novacore.adapters.web.user;

import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.user.port.in.AccountQuery;
import ai.novacore.application.user.port.in.RegisterUserUseCase;
import ai.novacore.application.user.port.in.VerifyEmailUseCase;
import ai.novacore.application.user.port.in.VerifyEmailUseCase.Verified;
import ai.novacore.domain.user.EmailAddress;
import jakarta.validation.Valid;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts: registered, verified, looked at. */
@RestController
@RequestMapping("/auth")
final class AccountController {
    private static final int LONGEST_TOKEN = 512;
    private static final Status SENT = new Status("verification_sent");

    private final RegisterUserUseCase registration;
    private final VerifyEmailUseCase verification;
    private final AccountQuery accounts;

    AccountController(RegisterUserUseCase registration, VerifyEmailUseCase verification, AccountQuery accounts) {
        this.registration = registration;
        this.verification = verification;
        this.accounts = accounts;
    }

    /** What was done. */
    record Status(String status) {}

    /** An address that is verified. */
    record VerifiedAddress(String status, String email, Instant verifiedAt) {}

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Status register(@Valid @RequestBody AuthRequests.Register request) {
        if (!EmailAddress.isPlausible(request.email())) {
            throw Refused.field("email", "is not a mail address");
        }
        registration.register(
                new EmailAddress(request.email()),
                request.password(),
                request.displayName().strip());
        return SENT;
    }

    @GetMapping("/verify-email")
    VerifiedAddress verify(@RequestParam String token) {
        Verified verified = verification.verify(Texts.required("token", token, LONGEST_TOKEN));
        return new VerifiedAddress("verified", verified.email(), verified.verifiedAt());
    }

    @PostMapping("/resend-verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Status resend(@AuthenticationPrincipal Member member) {
        verification.resend(member.id());
        return SENT;
    }

    @GetMapping("/me")
    UserView me(@AuthenticationPrincipal Member member) {
        return UserView.of(accounts.account(member.id()));
    }
}
