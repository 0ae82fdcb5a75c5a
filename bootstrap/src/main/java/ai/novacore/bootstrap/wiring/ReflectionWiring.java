package ai.novacore.bootstrap.wiring;

import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.reflection.ReflectOnConversations;
import ai.novacore.application.reflection.ReflectionProjection;
import ai.novacore.application.reflection.ReflectionSettings;
import ai.novacore.application.reflection.port.out.ReflectionStore;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.bootstrap.NovaSettings.Reflection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reflection on conversations that have settled. */
@Configuration(proxyBeanMethods = false)
class ReflectionWiring {

    @Bean
    Projection reflectionProjection(ReflectionStore store) {
        return new ReflectionProjection(store);
    }

    @Bean
    ReflectOnConversations reflection(
            ReflectionStore store,
            ConversationThreadStore threads,
            MemoryShelfStore shelf,
            MemoryQuery memories,
            Embedder embedder,
            AccountStore accounts,
            TierLimits limits,
            FactExtractor extractor,
            ModelCatalog catalog,
            CommandDispatcher commands,
            ReadModels readModels,
            NovaSettings settings,
            IdGenerator ids,
            Clock clock,
            MeterRegistry meters) {
        Reflection how = settings.memory().reflection();
        return new ReflectOnConversations(
                store,
                threads,
                shelf,
                memories,
                embedder,
                accounts,
                limits,
                extractor,
                catalog,
                commands,
                readModels,
                new ReflectionSettings(how.model(), how.settledAfter(), how.timeLimit(), how.parallel()),
                ids,
                clock,
                meters);
    }
}
