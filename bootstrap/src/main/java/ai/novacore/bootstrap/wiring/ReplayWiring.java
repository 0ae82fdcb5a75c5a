package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.persistence.replay.ReplayConfiguration;
import ai.novacore.application.axon.Backbone;
import ai.novacore.application.axon.MaskingJson;
import ai.novacore.application.backbone.AskForReplays;
import ai.novacore.application.backbone.DecideAboutLetters;
import ai.novacore.application.backbone.RunReplays;
import ai.novacore.application.backbone.port.in.DeadLettersUseCase;
import ai.novacore.application.backbone.port.out.DeadLetterStore;
import ai.novacore.application.backbone.port.out.ReadModelCopies;
import ai.novacore.application.backbone.port.out.ReplayStore;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.application.support.port.out.HistoryLog;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What operators do about processors, read models and dead letters. */
@Configuration(proxyBeanMethods = false)
@Import(ReplayConfiguration.class)
class ReplayWiring {

    @Bean
    AskForReplays askForReplays(
            Backbone backbone, ReadModelCopies copies, ReplayStore replays, IdGenerator ids, Clock clock) {
        return new AskForReplays(backbone.everywhere(), copies, replays, ids, clock);
    }

    @Bean
    RunReplays runReplays(
            ReplayStore replays, ReadModelCopies copies, List<Projection> projections, NodeName node, Clock clock) {
        return new RunReplays(replays, copies, projections, node.value(), clock);
    }

    @Bean
    DeadLettersUseCase decideAboutLetters(
            DeadLetterStore letters, Backbone backbone, HistoryLog log, PersonalKeys keys, Clock clock) {
        return new DecideAboutLetters(letters, backbone.deadLetters(), log, new MaskingJson(keys), clock);
    }
}
