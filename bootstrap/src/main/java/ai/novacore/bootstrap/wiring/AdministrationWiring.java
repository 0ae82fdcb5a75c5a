package ai.novacore.bootstrap.wiring;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.AdministerUsers;
import ai.novacore.application.user.InvitationMail;
import ai.novacore.application.user.InvitePeople;
import ai.novacore.application.user.port.in.AdministerUsersUseCase;
import ai.novacore.application.user.port.in.InviteUseCase;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.InvitationQueue;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.bootstrap.NovaSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What administrators do: roles, suspension, invitations. */
@Configuration(proxyBeanMethods = false)
class AdministrationWiring {

    @Bean
    AdministerUsersUseCase administerUsers(
            AccountStore accounts,
            EmailRegistry registry,
            CommandDispatcher commands,
            ReadModels readModels,
            Clock clock) {
        return new AdministerUsers(accounts, registry, commands, readModels, clock);
    }

    @Bean
    InviteUseCase inviteUseCase(
            InvitationStore invitations,
            InvitationQueue queue,
            EmailRegistry registry,
            CommandDispatcher commands,
            IdGenerator ids,
            Clock clock) {
        return new InvitePeople(invitations, queue, registry, commands, ids, clock);
    }

    @Bean
    InvitationMail invitationMail(
            InvitationStore invitations, EmailRegistry registry, Mailer mailer, Clock clock, NovaSettings settings) {
        return new InvitationMail(
                invitations, registry, mailer, clock, settings.publicUrl().toString());
    }
}
