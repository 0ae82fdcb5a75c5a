package ai.novacore.adapters.persistence.user;

import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.application.user.port.out.PasswordResetStore;
import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.port.out.VerificationTokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts' part of the persistence. */
@Configuration(proxyBeanMethods = false)
public class UserPersistence {

    @Bean
    AccountStore accountStore(AccountRows rows) {
        return new JpaAccountStore(rows);
    }

    @Bean
    CredentialStore credentialStore(JdbcClient jdbc) {
        return new JdbcCredentialStore(jdbc);
    }

    @Bean
    EmailRegistry emailRegistry(JdbcClient jdbc) {
        return new JdbcEmailRegistry(jdbc);
    }

    @Bean
    VerificationTokenStore verificationTokenStore(JdbcClient jdbc) {
        return new JdbcVerificationTokenStore(jdbc);
    }

    @Bean
    SessionStore sessionStore(JdbcClient jdbc) {
        return new JdbcSessionStore(jdbc);
    }

    @Bean
    PasswordResetStore passwordResetStore(JdbcClient jdbc) {
        return new JdbcPasswordResetStore(jdbc);
    }

    @Bean
    RefreshTokenStore refreshTokenStore(JdbcClient jdbc) {
        return new JdbcRefreshTokenStore(jdbc);
    }

    @Bean
    InvitationStore invitationStore(JdbcClient jdbc) {
        return new JdbcInvitationStore(jdbc);
    }
}
