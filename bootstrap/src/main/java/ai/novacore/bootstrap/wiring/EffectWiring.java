package ai.novacore.bootstrap.wiring;

import ai.novacore.application.memory.CountMemories;
import ai.novacore.application.memory.MakeRoom;
import ai.novacore.application.quota.QuotaMails;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.subscription.BillingMails;
import ai.novacore.application.subscription.CountTierChanges;
import ai.novacore.application.subscription.EndPayments;
import ai.novacore.application.user.EraseAccount;
import ai.novacore.application.user.MemberMails;
import ai.novacore.application.user.PasswordResetMail;
import ai.novacore.application.user.SecretTokens;
import ai.novacore.application.user.TrackInvitations;
import ai.novacore.application.user.VerificationMail;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.PasswordResetStore;
import ai.novacore.application.user.port.out.VerificationTokenStore;
import ai.novacore.bootstrap.NovaSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens in the world outside because of events, mails above all. A bean is named as its effect is. */
@Configuration(proxyBeanMethods = false)
class EffectWiring {
    /** The effects by name; one that is missing here would never happen. */
    static final List<String> NAMES = List.of(
            VerificationMail.NAME,
            PasswordResetMail.NAME,
            MemberMails.NAME,
            QuotaMails.NAME,
            TrackInvitations.NAME,
            MakeRoom.NAME,
            CountMemories.NAME,
            BillingMails.NAME,
            EndPayments.NAME,
            CountTierChanges.NAME,
            EraseAccount.NAME);

    @Bean(VerificationMail.NAME)
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

    @Bean(PasswordResetMail.NAME)
    Effect passwordResetMail(
            PasswordResetStore resets,
            EmailRegistry registry,
            AccountStore accounts,
            Mailer mailer,
            SecretTokens secrets,
            Clock clock,
            NovaSettings settings) {
        return new PasswordResetMail(
                resets,
                registry,
                accounts,
                mailer,
                secrets,
                clock,
                settings.publicUrl().toString());
    }

    @Bean(MemberMails.NAME)
    Effect memberMails(EmailRegistry registry, AccountStore accounts, Mailer mailer, NovaSettings settings) {
        return new MemberMails(registry, accounts, mailer, settings.publicUrl().toString());
    }

    @Bean(QuotaMails.NAME)
    Effect quotaMails(
            EmailRegistry registry, AccountStore accounts, Mailer mailer, Clock clock, NovaSettings settings) {
        return new QuotaMails(
                registry, accounts, mailer, clock, settings.publicUrl().toString());
    }

    @Bean(TrackInvitations.NAME)
    Effect trackInvitations(InvitationStore invitations) {
        return new TrackInvitations(invitations);
    }
}
