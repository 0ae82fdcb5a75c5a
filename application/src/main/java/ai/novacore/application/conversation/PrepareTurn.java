package ai.novacore.application.conversation;

import ai.novacore.application.conversation.PromptAssembler.Assembled;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.in.MemoryQuery.Found;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.conversation.GivenContext;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what a turn needs before it can begin: who asks, whom, what was said before, and what is remembered. */
public final class PrepareTurn {
    /** The shortest answer that makes sense. */
    static final long MIN_OUTPUT_TOKENS = 32;

    private static final Logger LOG = LoggerFactory.getLogger(PrepareTurn.class);
    private static final int MEMORIES_A_TURN = 8;
    /** More than a model reads, if they are not all very short. */
    private static final int TURNS_BEFORE = 200;
    /** How long a turn that is to be replaced may take to be shown. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AccountStore accounts;
    private final ConversationThreadStore threads;
    private final MemoryQuery memories;
    private final TierLimits limits;
    private final ModelCatalog catalog;
    private final ReadModels readModels;
    private final List<String> principles;
    private final ChatMetrics metrics;

    /** @param principles what the assistant stands for, in a few words each */
    public PrepareTurn(
            AccountStore accounts,
            ConversationThreadStore threads,
            MemoryQuery memories,
            TierLimits limits,
            ModelCatalog catalog,
            ReadModels readModels,
            List<String> principles,
            MeterRegistry meters) {
        this.accounts = accounts;
        this.threads = threads;
        this.memories = memories;
        this.limits = limits;
        this.catalog = catalog;
        this.readModels = readModels;
        this.principles = List.copyOf(principles);
        this.metrics = new ChatMetrics(meters);
        metrics.expect(catalog.defaultModel());
    }

    /**
     * All that is known before a turn begins.
     *
     * @param inputTokens what the prompt may be at the most
     * @param first whether nothing was said in this conversation before
     */
    record Prepared(
            Tier tier,
            Prompt prompt,
            long inputTokens,
            List<RecalledMemory> memoriesUsed,
            GivenContext context,
            boolean first) {}

    /**
     * Prepares a turn.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found} for a conversation that is not theirs, or a turn
     *     to be replaced that is not of it, {@code payload_too_large} when the question does not fit into what the model reads
     * @throws ModelFailure {@code NOT_FOUND} for a model that is not there
     */
    Prepared prepare(Question question, Instant asked) {
        Tier tier = accounts.find(question.user()).map(Account::tier).orElse(Tier.FREE);
        String model = chosenModel(question);
        ThreadTurn replaced = replaced(question);
        List<ThreadTurn> history = history(question, replaced);
        List<Found> recalled = recall(question, replaced);
        Assembled assembled = new PromptAssembler(catalog.contextTokens(model), principles)
                .assemble(
                        question.user(),
                        model,
                        LocalDate.ofInstant(asked, ZoneOffset.UTC),
                        history,
                        recalled.stream().map(Found::item).toList(),
                        question.message(),
                        limits.of(tier).maxOutputTokens(),
                        MIN_OUTPUT_TOKENS);
        return new Prepared(
                tier,
                assembled.prompt(),
                assembled.inputTokens(),
                used(recalled, assembled.memories()),
                assembled.context(),
                history.isEmpty());
    }

    private String chosenModel(Question question) {
        String wanted = question.model();
        if (wanted == null) {
            return catalog.defaultModel();
        }
        if (catalog.models().stream().noneMatch(offered -> offered.id().equals(wanted))) {
            throw new ModelFailure(ModelFailure.Kind.NOT_FOUND, "there is no model of the name that was asked for");
        }
        return wanted;
    }

    /** Nothing when the question goes on. Whether it may be replaced, is decided when the turn begins. */
    private @Nullable ThreadTurn replaced(Question question) {
        TurnId turn = question.replaces();
        return turn == null
                ? null
                : shown(turn)
                        .filter(found -> found.owner().equals(question.user()))
                        .filter(found -> found.conversation().equals(question.conversation()))
                        .orElseThrow(DomainRejection::notFound);
    }

    /** A turn that is not there may only be too young. */
    private Optional<ThreadTurn> shown(TurnId turn) {
        return threads.turn(turn).or(() -> {
            readModels.awaitLatest(PATIENCE);
            return threads.turn(turn);
        });
    }

    private List<ThreadTurn> history(Question question, @Nullable ThreadTurn replaced) {
        ConversationId conversation = question.conversation();
        if (conversation == null) {
            return List.of();
        }
        return threads.summary(conversation)
                .filter(summary -> summary.owner().equals(question.user()))
                .map(summary -> threads.latestTurns(conversation, replaced, TURNS_BEFORE))
                .orElseThrow(DomainRejection::notFound);
    }

    /** What fits the question; nothing when the embedder fails, because an answer without memory beats none. */
    private List<Found> recall(Question question, @Nullable ThreadTurn replaced) {
        if (!question.useMemory()) {
            return List.of();
        }
        try {
            List<Found> found =
                    standing(memories.search(question.user(), question.message(), null, MEMORIES_A_TURN), replaced);
            metrics.remembered(found.stream()
                    .map(Found::item)
                    .map(MemoryItem::content)
                    .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                    .sum());
            return found;
        } catch (ModelFailure e) {
            LOG.warn("Answering without memories, because the question could not be embedded", e);
            return List.of();
        }
    }

    /** Without the memories that come from nothing but turns that are set aside, or are by this question. */
    private List<Found> standing(List<Found> found, @Nullable ThreadTurn replaced) {
        Set<TurnId> sources = found.stream()
                .flatMap(memory -> memory.item().evidence().stream())
                .map(Evidence::turn)
                .collect(Collectors.toSet());
        Set<TurnId> gone = sources.isEmpty() ? Set.of() : threads.setAsideAmong(sources, replaced);
        return found.stream()
                .filter(memory -> memory.item().evidence().isEmpty()
                        || !memory.item().evidence().stream()
                                .map(Evidence::turn)
                                .allMatch(gone::contains))
                .toList();
    }

    private static List<RecalledMemory> used(List<Found> recalled, List<MemoryItem> given) {
        return recalled.stream()
                .filter(found -> given.contains(found.item()))
                .map(found -> new RecalledMemory(found.item().id(), found.item().tier(), found.score()))
                .toList();
    }
}
