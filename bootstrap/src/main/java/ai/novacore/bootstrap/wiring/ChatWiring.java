package ai.novacore.bootstrap.wiring;

import ai.novacore.application.conversation.AskQuestion;
import ai.novacore.application.conversation.ConversationReader;
import ai.novacore.application.conversation.EndOrphanedTurns;
import ai.novacore.application.conversation.ManageConversations;
import ai.novacore.application.conversation.RunningTurns;
import ai.novacore.application.conversation.TitleConversations;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.conversation.port.in.ConversationQuery;
import ai.novacore.application.conversation.port.in.ManageConversationsUseCase;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.port.out.NodeRegistry;
import ai.novacore.application.memory.KeepMemory;
import ai.novacore.application.memory.MemoryReader;
import ai.novacore.application.memory.port.in.KeepMemoryUseCase;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.quota.UsageReader;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.port.out.UsageLedgerStore;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.bootstrap.NovaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chat, memory and usage. */
@Configuration(proxyBeanMethods = false)
class ChatWiring {

    @Bean
    AskQuestionUseCase askQuestion(
            AccountStore accounts,
            ConversationQuery conversations,
            MemoryQuery memories,
            UsageQuery usage,
            TierLimits limits,
            ChatModel model,
            ModelCatalog catalog,
            CommandDispatcher commands,
            ReadModels readModels,
            RunningTurns running,
            IdGenerator ids,
            Clock clock,
            MeterRegistry meters,
            NodeName node,
            NovaSettings settings) {
        return new AskQuestion(
                accounts,
                conversations,
                memories,
                usage,
                limits,
                model,
                catalog,
                commands,
                readModels,
                running,
                ids,
                clock,
                meters,
                node.value(),
                settings.ollama().contextTokens());
    }

    @Bean
    EndOrphanedTurns endOrphanedTurns(
            ConversationThreadStore threads,
            NodeRegistry nodes,
            RunningTurns running,
            CommandDispatcher commands,
            Clock clock,
            NodeName node) {
        return new EndOrphanedTurns(threads, nodes, running, commands, clock, node.value());
    }

    @Bean
    ConversationQuery conversationQuery(ConversationThreadStore threads) {
        return new ConversationReader(threads);
    }

    @Bean
    ManageConversationsUseCase manageConversations(
            ConversationThreadStore threads, CommandDispatcher commands, ReadModels readModels, Clock clock) {
        return new ManageConversations(threads, commands, readModels, clock);
    }

    @Bean
    TitleConversations titleConversations(CommandDispatcher commands, Clock clock) {
        return new TitleConversations(commands, clock);
    }

    @Bean
    MemoryQuery memoryQuery(MemoryShelfStore shelf, MemoryIndex index, Embedder embedder) {
        return new MemoryReader(shelf, index, embedder);
    }

    @Bean
    KeepMemoryUseCase keepMemory(
            CommandDispatcher commands,
            MemoryShelfStore shelf,
            AccountStore accounts,
            TierLimits limits,
            ReadModels readModels,
            IdGenerator ids,
            Clock clock) {
        return new KeepMemory(commands, shelf, accounts, limits, readModels, ids, clock);
    }

    @Bean
    UsageQuery usageQuery(
            QuotaUsageStore quotas,
            UsageLedgerStore ledger,
            AccountStore accounts,
            MemoryShelfStore memories,
            TierLimits limits,
            Clock clock) {
        return new UsageReader(quotas, ledger, accounts, memories, limits, clock);
    }
}
