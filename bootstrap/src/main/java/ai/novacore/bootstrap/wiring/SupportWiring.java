package ai.novacore.bootstrap.wiring;

import ai.novacore.application.axon.MaskingJson;
import ai.novacore.application.feedback.KeepFeedback;
import ai.novacore.application.feedback.port.in.GiveFeedbackUseCase;
import ai.novacore.application.feedback.port.out.FeedbackStore;
import ai.novacore.application.policy.port.in.PolicyDecisionQuery;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.application.support.AuditLooks;
import ai.novacore.application.support.FindPeople;
import ai.novacore.application.support.history.PersonTimeline;
import ai.novacore.application.support.history.PromptsGiven;
import ai.novacore.application.support.history.TimeTravel;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.application.support.port.in.FindPeopleUseCase;
import ai.novacore.application.support.port.in.GivenPromptQuery;
import ai.novacore.application.support.port.in.HistoryQuery;
import ai.novacore.application.support.port.in.TimelineQuery;
import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.application.support.port.out.LookStore;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What support staff can look into, who watches them, and what members say to them. */
@Configuration(proxyBeanMethods = false)
class SupportWiring {

    @Bean
    AuditLooksUseCase auditLooks(LookStore store, HistoryLog history, IdGenerator ids, Clock clock) {
        return new AuditLooks(store, history, ids, clock);
    }

    @Bean
    GiveFeedbackUseCase keepFeedback(FeedbackStore store, IdGenerator ids, Clock clock) {
        return new KeepFeedback(store, ids, clock);
    }

    @Bean
    FindPeopleUseCase findPeople(EmailRegistry registry, AccountStore accounts) {
        return new FindPeople(registry, accounts);
    }

    @Bean
    HistoryQuery timeTravel(HistoryLog history, PersonalKeys keys) {
        return new TimeTravel(history, new MaskingJson(keys));
    }

    @Bean
    GivenPromptQuery promptsGiven(HistoryLog history, PersonalKeys keys) {
        return new PromptsGiven(history, new MaskingJson(keys));
    }

    @Bean
    TimelineQuery personTimeline(HistoryLog history, PolicyDecisionQuery decisions) {
        return new PersonTimeline(history, decisions);
    }
}
