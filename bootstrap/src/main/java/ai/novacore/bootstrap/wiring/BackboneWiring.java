package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.persistence.PersistenceConfiguration;
import ai.novacore.adapters.persistence.eventstore.EventStoreConfiguration;
import ai.novacore.adapters.persistence.keys.MasterKeyChange;
import ai.novacore.adapters.persistence.memory.MemoryPersistence;
import ai.novacore.application.axon.Backbone;
import ai.novacore.application.axon.BackboneStores;
import ai.novacore.application.axon.DeadLetters;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ConversationThreadProjection;
import ai.novacore.application.memory.port.out.MemoryEntries;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryIndexProjection;
import ai.novacore.application.memory.readmodel.MemoryShelfProjection;
import ai.novacore.application.memory.saga.WhenTurnCompletedThenRemember;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.port.out.UsageLedgerStore;
import ai.novacore.application.quota.readmodel.QuotaUsageProjection;
import ai.novacore.application.quota.readmodel.UsageLedgerProjection;
import ai.novacore.application.quota.saga.WhenTierChangedThenAdjustAllowance;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.Saga;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.AccountProjection;
import ai.novacore.application.user.saga.WhenErasureRequestedThenErase;
import ai.novacore.application.user.saga.WhenUserRegisteredThenRequestVerification;
import ai.novacore.bootstrap.NovaSettings;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the backbone together, with everything that follows the events. */
@Configuration(proxyBeanMethods = false)
@Import({EventStoreConfiguration.class, PersistenceConfiguration.class})
class BackboneWiring {

    @Bean
    Projection accountProjection(AccountStore store) {
        return new AccountProjection(store);
    }

    @Bean
    Projection quotaUsageProjection(QuotaUsageStore store) {
        return new QuotaUsageProjection(store);
    }

    @Bean
    Projection usageLedgerProjection(UsageLedgerStore store) {
        return new UsageLedgerProjection(store);
    }

    @Bean
    Projection conversationThreadProjection(ConversationThreadStore store) {
        return new ConversationThreadProjection(store);
    }

    @Bean
    Projection memoryShelfProjection(MemoryShelfStore store) {
        return new MemoryShelfProjection(store);
    }

    @Bean
    Projection memoryIndexProjection(
            MemoryIndex index, @Qualifier(MemoryPersistence.SHOWN) MemoryEntries shown, Embedder embedder) {
        return new MemoryIndexProjection(index, shown, embedder);
    }

    /**
     * Not started here: effects send commands, so they need the dispatcher that the backbone has, and are asked for
     * when it starts.
     */
    @Bean(destroyMethod = "")
    Backbone backbone(
            BackboneStores stores,
            List<Projection> projections,
            TierLimits limits,
            BeanFactory effects,
            Clock clock,
            ObservationRegistry observations) {
        List<Saga<?>> sagas = List.of(
                new WhenUserRegisteredThenRequestVerification(),
                new WhenErasureRequestedThenErase(),
                new WhenTierChangedThenAdjustAllowance(limits),
                new WhenTurnCompletedThenRemember());
        List<Effect> late = EffectWiring.NAMES.stream()
                .<Effect>map(name -> new LateEffect(name, () -> effects.getBean(name, Effect.class)))
                .toList();
        return new Backbone(stores, new Backbone.Followers(projections, sagas, late), clock, observations);
    }

    @Bean
    BackboneLifecycle backboneLifecycle(
            Backbone backbone,
            JdbcClient database,
            TransactionOperations transaction,
            MasterKeyChange keys,
            NovaSettings settings) {
        return new BackboneLifecycle(
                backbone, new ReadModelReset(database, transaction), settings.replayReadModels(), keys);
    }

    @Bean
    CommandDispatcher commandDispatcher(Backbone backbone) {
        return backbone.commands();
    }

    @Bean
    ReadModels readModels(Backbone backbone) {
        return backbone.readModels();
    }

    @Bean
    DeadLetters deadLetters(Backbone backbone) {
        return backbone.deadLetters();
    }
}
