package ai.novacore.bootstrap.wiring;

import ai.novacore.application.conversation.AskQuestion;
import ai.novacore.application.conversation.ConversationReader;
import ai.novacore.application.conversation.EndOrphanedTurns;
import ai.novacore.application.conversation.KeepTurns;
import ai.novacore.application.conversation.ManageConversations;
import ai.novacore.application.conversation.PrepareTurn;
import ai.novacore.application.conversation.RunningTurns;
import ai.novacore.application.conversation.TitleConversations;
import ai.novacore.application.conversation.Titles;
import ai.novacore.application.conversation.TurnPolicy;
import ai.novacore.application.conversation.port.in.ConversationQuery;
import ai.novacore.application.conversation.port.in.ManageConversationsUseCase;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.port.out.IdempotencyKeys;
import ai.novacore.application.conversation.port.out.NodeRegistry;
import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.model.port.out.TitleModel;
import ai.novacore.application.policy.Policy;
import ai.novacore.application.policy.port.in.JudgeTextUseCase;
import ai.novacore.application.policy.port.in.KeepDecisionUseCase;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.quota.UsageReader;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.port.out.UsageLedgerStore;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.out.AccountStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chat and usage. */
@Configuration(proxyBeanMethods = false)
class ChatWiring {

    @Bean
    PrepareTurn prepareTurn(
            AccountStore accounts,
            ConversationThreadStore threads,
            MemoryQuery memories,
            TierLimits limits,
            ModelCatalog catalog,
            ReadModels readModels,
            Policy policy,
            MeterRegistry meters) {
        List<String> principles =
                policy.principles().stream().map(Principle::title).toList();
        return new PrepareTurn(accounts, threads, memories, limits, catalog, readModels, principles, meters);
    }

    @Bean
    AskQuestion askQuestion(
            PrepareTurn preparation,
            JudgeTextUseCase judge,
            KeepDecisionUseCase decisions,
            TitleModel titles,
            TierLimits limits,
            UsageQuery usage,
            ChatModel model,
            CommandDispatcher commands,
            OpenTurnStore openTurns,
            ConversationThreadStore threads,
            IdempotencyKeys keys,
            ReadModels readModels,
            RunningTurns running,
            IdGenerator ids,
            Clock clock,
            MeterRegistry meters,
            NodeName node) {
        return new AskQuestion(
                preparation,
                new TurnPolicy(judge, decisions),
                new Titles(titles, new TitleConversations(commands, clock)),
                limits,
                usage,
                model,
                commands,
                openTurns,
                threads,
                keys,
                readModels,
                running,
                ids,
                clock,
                meters,
                node.value());
    }

    @Bean
    KeepTurns keepTurns(AskQuestion chat) {
        return chat.keeping();
    }

    @Bean
    EndOrphanedTurns endOrphanedTurns(
            OpenTurnStore openTurns,
            NodeRegistry nodes,
            RunningTurns running,
            CommandDispatcher commands,
            Clock clock,
            NodeName node) {
        return new EndOrphanedTurns(openTurns, nodes, running, commands, clock, node.value());
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
