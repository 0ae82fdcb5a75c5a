package ai.novacore.bootstrap.wiring;

import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.AccountReader;
import ai.novacore.application.user.AlreadyRegisteredNotice;
import ai.novacore.application.user.RegisterUser;
import ai.novacore.application.user.SecretTokens;
import ai.novacore.application.user.Sessions;
import ai.novacore.application.user.VerificationMail;
import ai.novacore.application.user.VerifyEmail;
import ai.novacore.application.user.port.in.AccountQuery;
import ai.novacore.application.user.port.in.RegisterUserUseCase;
import ai.novacore.application.user.port.in.SessionUseCase;
import ai.novacore.application.user.port.in.VerifyEmailUseCase;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.PasswordHasher;
import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.application.user.port.out.VerificationTokenStore;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.domain.user.EmailAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registration, sessions, verification. */
@Configuration(proxyBeanMethods = false)
class AccountWiring {

    @Bean
    SecretTokens secretTokens() {
        return new SecretTokens();
    }

    /** For mails that are sent beside a request; waits for them when the product stops. */
    @Bean(destroyMethod = "close")
    ExecutorService noticeExecutor() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    RegisterUserUseCase registerUser(
            EmailRegistry registry,
            CredentialStore credentials,
            PasswordHasher hasher,
            CommandDispatcher commands,
            AccountStore accounts,
            Mailer mailer,
            ExecutorService noticeExecutor,
            NovaSettings settings,
            IdGenerator ids,
            Clock clock) {
        AlreadyRegisteredNotice notice = new AlreadyRegisteredNotice(
                registry, accounts, mailer, settings.publicUrl().toString(), noticeExecutor, clock);
        return new RegisterUser(registry, credentials, hasher, commands, notice, ids, clock);
    }

    @Bean
    SessionUseCase sessions(
            EmailRegistry registry,
            CredentialStore credentials,
            AccountStore accounts,
            RefreshTokenStore tokens,
            PasswordHasher hasher,
            AccessTokenIssuer accessTokens,
            CommandDispatcher commands,
            ReadModels readModels,
            SecretTokens secrets,
            IdGenerator ids,
            Clock clock) {
        return new Sessions(
                registry,
                credentials,
                accounts,
                tokens,
                hasher,
                accessTokens,
                commands,
                readModels,
                secrets,
                ids,
                clock);
    }

    @Bean
    VerifyEmailUseCase verifyEmail(
            VerificationTokenStore tokens,
            CommandDispatcher commands,
            AccountStore accounts,
            ReadModels readModels,
            NovaSettings settings,
            Clock clock) {
        String admin = settings.adminEmail();
        return new VerifyEmail(
                tokens,
                commands,
                accounts,
                readModels,
                clock,
                admin == null || admin.isBlank() ? null : new EmailAddress(admin));
    }

    @Bean
    AccountQuery accountQuery(AccountStore accounts) {
        return new AccountReader(accounts);
    }

    @Bean
    Effect verificationMail(
            VerificationTokenStore tokens,
            CommandDispatcher commands,
            AccountStore accounts,
            Mailer mailer,
            SecretTokens secrets,
            Clock clock,
            NovaSettings settings) {
        return new VerificationMail(
                tokens,
                commands,
                accounts,
                mailer,
                secrets,
                clock,
                settings.publicUrl().toString());
    }
}
