package ai.novacore.adapters.web.user;

import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.ClientAddress;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.user.port.in.AccountQuery;
import ai.novacore.application.user.port.in.ManageAccountUseCase;
import ai.novacore.application.user.port.in.RegisterUserUseCase;
import ai.novacore.application.user.port.in.VerifyEmailUseCase;
import ai.novacore.application.user.port.in.VerifyEmailUseCase.Verified;
import ai.novacore.domain.user.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts: registered, verified, looked at, changed, erased. */
@RestController
@RequestMapping("/auth")
final class AccountController {
    private static final int LONGEST_TOKEN = 512;
    private static final Status SENT = new Status("verification_sent");
    private static final Status ERASING = new Status("erasure_started");

    private final RegisterUserUseCase registration;
    private final VerifyEmailUseCase verification;
    private final AccountQuery accounts;
    private final ManageAccountUseCase management;
    private final ClientAddress addresses;
    private final RefreshCookie cookie;

    AccountController(
            RegisterUserUseCase registration,
            VerifyEmailUseCase verification,
            AccountQuery accounts,
            ManageAccountUseCase management,
            ClientAddress addresses,
            RefreshCookie cookie) {
        this.registration = registration;
        this.verification = verification;
        this.accounts = accounts;
        this.management = management;
        this.addresses = addresses;
        this.cookie = cookie;
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
                request.displayName().strip(),
                request.invitation());
        return SENT;
    }

    @GetMapping("/verify-email")
    VerifiedAddress verify(@RequestParam String token, HttpServletRequest request) {
        Verified verified = verification.verify(Texts.required("token", token, LONGEST_TOKEN), addresses.of(request));
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

    @PatchMapping("/me")
    UserView rename(@AuthenticationPrincipal Member member, @Valid @RequestBody AuthRequests.Profile profile) {
        return UserView.of(management.rename(member.id(), profile.displayName()));
    }

    @DeleteMapping("/me")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Status erase(
            @AuthenticationPrincipal Member member,
            @Valid @RequestBody AuthRequests.Erase request,
            HttpServletResponse response) {
        management.erase(member.id(), request.password());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.forget().toString());
        return ERASING;
    }
}
