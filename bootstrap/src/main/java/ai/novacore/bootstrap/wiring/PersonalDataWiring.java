package ai.novacore.bootstrap.wiring;

import ai.novacore.application.conversation.port.in.ConversationQuery;
import ai.novacore.application.export.CollectBelongings;
import ai.novacore.application.export.CollectBelongings.Sources;
import ai.novacore.application.export.port.in.BelongingsQuery;
import ai.novacore.application.feedback.port.in.GiveFeedbackUseCase;
import ai.novacore.application.memory.port.in.MemoryHistoryQuery;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.policy.port.in.PolicyDecisionQuery;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.subscription.port.in.BillingQuery;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.application.user.port.in.AccountQuery;
import ai.novacore.application.user.port.in.SessionUseCase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What members can take along. */
@Configuration(proxyBeanMethods = false)
class PersonalDataWiring {

    @Bean
    BelongingsQuery personalData(
            AccountQuery accounts,
            SessionUseCase sessions,
            BillingQuery billing,
            ConversationQuery conversations,
            MemoryQuery memories,
            MemoryHistoryQuery histories,
            UsageQuery usage,
            GiveFeedbackUseCase feedback,
            AuditLooksUseCase looks,
            PolicyDecisionQuery decisions,
            RateLimiter limiter,
            Clock clock) {
        Sources sources = new Sources(
                accounts, sessions, billing, conversations, memories, histories, usage, feedback, looks, decisions);
        return new CollectBelongings(sources, limiter, clock);
    }
}
