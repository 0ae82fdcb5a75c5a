package ai.novacore.bootstrap.wiring;

import ai.novacore.application.conversation.DeleteConversations;
import ai.novacore.application.conversation.RunningTurns;
import ai.novacore.application.conversation.port.in.DeleteConversationsUseCase;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.port.out.IdempotencyKeys;
import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.feedback.port.out.FeedbackStore;
import ai.novacore.application.memory.ForgetEverything;
import ai.novacore.application.memory.port.in.ForgetEverythingUseCase;
import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.policy.port.out.PolicyDecisionStore;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.subscription.EndSubscription;
import ai.novacore.application.subscription.port.in.EndSubscriptionUseCase;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.support.port.out.LookStore;
import ai.novacore.application.user.EraseAccount;
import ai.novacore.application.user.ForgetSecrets;
import ai.novacore.application.user.ReleaseAddress;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.PasswordResetStore;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.port.out.VerificationTokenStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done, in every feature, when somebody wants to be gone. */
@Configuration(proxyBeanMethods = false)
class ErasureWiring {

    @Bean
    EndSubscriptionUseCase endSubscription(
            PaymentGateway gateway,
            BillingCustomers customers,
            WebhookInbox inbox,
            CommandDispatcher commands,
            Clock clock) {
        return new EndSubscription(gateway, customers, inbox, commands, clock);
    }

    @Bean
    DeleteConversationsUseCase deleteConversations(
            ConversationThreadStore threads,
            RunningTurns running,
            OpenTurnStore openTurns,
            CommandDispatcher commands,
            ReadModels readModels,
            Clock clock) {
        return new DeleteConversations(threads, running, openTurns, commands, readModels, clock);
    }

    @Bean
    ForgetEverythingUseCase forgetEverything(
            MemoryShelfStore shelf, CommandDispatcher commands, ReadModels readModels, Clock clock) {
        return new ForgetEverything(shelf, commands, readModels, clock);
    }

    @Bean
    ForgetSecrets forgetSecrets(
            CredentialStore credentials,
            SessionStore sessions,
            VerificationTokenStore verifications,
            PasswordResetStore resets) {
        return new ForgetSecrets(credentials, sessions, verifications, resets);
    }

    @Bean
    ReleaseAddress releaseAddress(
            EmailRegistry registry, InvitationStore invitations, AccountStore accounts, Mailer mailer) {
        return new ReleaseAddress(registry, invitations, accounts, mailer);
    }

    @Bean(EraseAccount.NAME)
    Effect eraseAccount(
            SessionStore sessions,
            EndSubscriptionUseCase subscriptions,
            DeleteConversationsUseCase conversations,
            PolicyDecisionStore decisions,
            IdempotencyKeys keys,
            LookStore looks,
            FeedbackStore feedback,
            ForgetEverythingUseCase memories,
            DistillationRuns distillation,
            ForgetSecrets secrets,
            ReleaseAddress address,
            PersonalKeys personalKeys,
            CommandDispatcher commands,
            Clock clock) {
        EraseAccount.Steps steps = new EraseAccount.Steps(
                user -> sessions.endAll(user, null, clock.instant()),
                subscriptions::endFor,
                user -> {
                    conversations.deleteAll(user);
                    decisions.removeAll(user);
                    keys.removeAll(user);
                    looks.forgetReasons(user);
                    feedback.removeAll(user);
                },
                user -> {
                    memories.forgetEverything(user);
                    distillation.removeAll(user);
                },
                secrets::forget,
                address::release,
                personalKeys::destroy);
        return new EraseAccount(steps, commands, clock);
    }
}
