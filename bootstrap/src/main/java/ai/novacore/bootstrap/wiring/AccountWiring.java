package ai.novacore.bootstrap.wiring;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.AccessReader;
import ai.novacore.application.user.AccountMetrics;
import ai.novacore.application.user.AccountReader;
import ai.novacore.application.user.AttemptThrottle;
import ai.novacore.application.user.EvenPace;
import ai.novacore.application.user.ManageAccount;
import ai.novacore.application.user.PasswordCheck;
import ai.novacore.application.user.RegisterUser;
import ai.novacore.application.user.ResetPassword;
import ai.novacore.application.user.SecretTokens;
import ai.novacore.application.user.SessionTokens;
import ai.novacore.application.user.Sessions;
import ai.novacore.application.user.VerifyEmail;
import ai.novacore.application.user.port.in.AccessQuery;
import ai.novacore.application.user.port.in.AccountQuery;
import ai.novacore.application.user.port.in.ManageAccountUseCase;
import ai.novacore.application.user.port.in.RegisterUserUseCase;
import ai.novacore.application.user.port.in.ResetPasswordUseCase;
import ai.novacore.application.user.port.in.SessionUseCase;
import ai.novacore.application.user.port.in.VerifyEmailUseCase;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.application.user.port.out.PasswordHasher;
import ai.novacore.application.user.port.out.PasswordResetStore;
import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.port.out.VerificationTokenStore;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.domain.user.EmailAddress;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registration, sessions, passwords, verification. */
@Configuration(proxyBeanMethods = false)
class AccountWiring {
    /** Ten times what recording a request takes on a laptop. */
    private static final Duration EVEN_PACE = Duration.ofMillis(150);

    @Bean
    SecretTokens secretTokens() {
        return new SecretTokens();
    }

    @Bean
    EvenPace evenPace() {
        return new EvenPace(EVEN_PACE);
    }

    @Bean
    AccountMetrics accountMetrics(MeterRegistry registry) {
        return new AccountMetrics(registry);
    }

    @Bean
    AttemptThrottle attemptThrottle(RateLimiter limiter, Clock clock) {
        return new AttemptThrottle(limiter, clock);
    }

    @Bean
    PasswordCheck passwordCheck(
            EmailRegistry registry,
            CredentialStore credentials,
            PasswordHasher hasher,
            AttemptThrottle throttle,
            SecretTokens secrets) {
        return new PasswordCheck(registry, credentials, hasher, throttle, secrets);
    }

    @Bean
    RegisterUserUseCase registerUser(
            EmailRegistry registry,
            CredentialStore credentials,
            InvitationStore invitations,
            PasswordHasher hasher,
            CommandDispatcher commands,
            RateLimiter limiter,
            AccountMetrics metrics,
            IdGenerator ids,
            EvenPace pace,
            Clock clock) {
        return new RegisterUser(
                registry, credentials, invitations, hasher, commands, limiter, metrics, ids, pace, clock);
    }

    @Bean
    SessionUseCase sessions(
            PasswordCheck passwords,
            AccountStore accounts,
            SessionStore sessions,
            RefreshTokenStore tokens,
            AccessTokenIssuer accessTokens,
            CommandDispatcher commands,
            ReadModels readModels,
            SecretTokens secrets,
            AccountMetrics metrics,
            IdGenerator ids,
            Clock clock) {
        SessionTokens issuing = new SessionTokens(sessions, tokens, accessTokens, secrets, ids, clock);
        return new Sessions(passwords, accounts, sessions, tokens, issuing, commands, readModels, metrics, clock);
    }

    @Bean
    AccessQuery accessQuery(SessionStore sessions, Clock clock) {
        return new AccessReader(sessions, clock);
    }

    @Bean
    VerifyEmailUseCase verifyEmail(
            VerificationTokenStore tokens,
            CommandDispatcher commands,
            AccountStore accounts,
            ReadModels readModels,
            AttemptThrottle throttle,
            RateLimiter limiter,
            NovaSettings settings,
            Clock clock) {
        String admin = settings.adminEmail();
        return new VerifyEmail(
                tokens,
                commands,
                accounts,
                readModels,
                throttle,
                limiter,
                clock,
                admin == null || admin.isBlank() ? null : new EmailAddress(admin));
    }

    @Bean
    AccountQuery accountQuery(AccountStore accounts) {
        return new AccountReader(accounts);
    }

    @Bean
    ManageAccountUseCase manageAccount(
            AccountStore accounts,
            PasswordCheck passwords,
            PasswordHasher hasher,
            CredentialStore credentials,
            SessionStore sessions,
            CommandDispatcher commands,
            ReadModels readModels,
            Clock clock) {
        return new ManageAccount(accounts, passwords, hasher, credentials, sessions, commands, readModels, clock);
    }

    @Bean
    ResetPasswordUseCase resetPassword(
            EmailRegistry registry,
            AccountStore accounts,
            PasswordResetStore resets,
            PasswordHasher hasher,
            CredentialStore credentials,
            SessionStore sessions,
            CommandDispatcher commands,
            RateLimiter limiter,
            EvenPace pace,
            Clock clock) {
        return new ResetPassword(
                registry, accounts, resets, hasher, credentials, sessions, commands, limiter, pace, clock);
    }
}
