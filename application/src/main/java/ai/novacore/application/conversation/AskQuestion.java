package ai.novacore.application.conversation;

import ai.novacore.application.conversation.PromptAssembler.Assembled;
import ai.novacore.application.conversation.TurnLedger.Entry;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.conversation.port.in.ConversationQuery;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.in.MemoryQuery.Found;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chat turn, as DESIGN.md section 5 says: recall, reserve and record, stream, settle and record. Runs on the calling
 * thread, which should be a virtual one; no database connection is held while the model answers.
 */
public final class AskQuestion implements AskQuestionUseCase {
    private static final Logger LOG = LoggerFactory.getLogger(AskQuestion.class);
    private static final int MEMORIES_A_TURN = 8;
    private static final long MIN_OUTPUT_TOKENS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AccountStore accounts;
    private final ConversationQuery conversations;
    private final MemoryQuery memories;
    private final UsageQuery usage;
    private final TierLimits limits;
    private final ChatModel model;
    private final ModelCatalog catalog;
    private final ReadModels readModels;
    private final RunningTurns running;
    private final IdGenerator ids;
    private final Clock clock;
    private final String node;
    private final PromptAssembler prompts;
    private final TurnLedger ledger;
    private final ChatMetrics metrics;

    /**
     * @param node the name of this node, as it renews its lease by
     * @param contextTokens how much the model can read, its own answer included
     */
    public AskQuestion(
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
            String node,
            long contextTokens) {
        this.accounts = accounts;
        this.conversations = conversations;
        this.memories = memories;
        this.usage = usage;
        this.limits = limits;
        this.model = model;
        this.catalog = catalog;
        this.readModels = readModels;
        this.running = running;
        this.ids = ids;
        this.clock = clock;
        this.node = node;
        this.prompts = new PromptAssembler(contextTokens);
        this.ledger = new TurnLedger(commands, clock);
        this.metrics = new ChatMetrics(meters);
    }

    @Override
    public Ended ask(Question question, Reader reader) {
        Instant asked = clock.instant();
        Tier tier = accounts.find(question.user()).map(Account::tier).orElse(Tier.FREE);
        String modelId = chosenModel(question);
        List<ThreadTurn> history = history(question);
        List<Found> recalled = recall(question);
        Assembled assembled = prompts.assemble(
                question.user(),
                modelId,
                LocalDate.ofInstant(asked, ZoneOffset.UTC),
                history,
                recalled.stream().map(Found::item).toList(),
                question.message(),
                limits.of(tier).maxOutputTokens(),
                MIN_OUTPUT_TOKENS);

        Entry entry = new Entry(
                QuotaId.on(question.user(), asked),
                question.conversation() == null ? new ConversationId(ids.next("cnv_")) : question.conversation(),
                question.user(),
                new TurnId(ids.next("trn_")),
                modelId);
        Begun begun =
                new Begun(entry.conversation(), entry.turn(), modelId, memoriesUsed(recalled, assembled.memories()));
        Cancellation cancellation = running.begin(entry.turn(), question.user());
        try {
            Prompt prompt = begin(entry, begun, assembled, tier, question, asked);
            TurnInProgress progress = new TurnInProgress(reader, assembled.inputTokens());
            Instant called = clock.instant();
            Ended ended = answer(entry, begun, prompt, progress, cancellation);
            metrics.ended(
                    tier,
                    modelId,
                    ended.usage(),
                    Duration.between(asked, clock.instant()),
                    Duration.between(called, clock.instant()));
            return ended;
        } finally {
            running.ended(entry.turn());
        }
    }

    @Override
    public void cancel(UserId user, TurnId turn) {
        running.find(turn, user).orElseThrow(DomainRejection::notFound).cancel();
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

    private List<ThreadTurn> history(Question question) {
        ConversationId conversation = question.conversation();
        return conversation == null
                ? List.of()
                : conversations.get(question.user(), conversation).turns();
    }

    /** What fits the question; nothing when the embedder fails, because an answer without memory beats none. */
    private List<Found> recall(Question question) {
        if (!question.useMemory()) {
            return List.of();
        }
        try {
            List<Found> found = memories.search(question.user(), question.message(), null, MEMORIES_A_TURN);
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

    private static List<RecalledMemory> memoriesUsed(List<Found> recalled, List<MemoryItem> given) {
        return recalled.stream()
                .filter(found -> given.contains(found.item()))
                .map(found -> new RecalledMemory(found.item().id(), found.item().tier(), found.score()))
                .toList();
    }

    /** Records the question and reserves its price; returns the prompt with the cap that was granted. */
    private Prompt begin(Entry entry, Begun begun, Assembled assembled, Tier tier, Question question, Instant asked) {
        Prompt prompt = assembled.prompt();
        try {
            long cap = ledger.begin(
                    new ReserveUsage(
                            entry.quota(),
                            entry.actor(),
                            asked,
                            limits.allowance(tier),
                            entry.turn(),
                            assembled.inputTokens(),
                            prompt.maxOutputTokens(),
                            Math.min(MIN_OUTPUT_TOKENS, prompt.maxOutputTokens())),
                    new StartTurn(
                            entry.conversation(),
                            Actor.member(question.user()),
                            asked,
                            question.user(),
                            entry.turn(),
                            ConversationTitle.of(question.message()),
                            new PersonalText(question.message()),
                            entry.model(),
                            begun.memoriesUsed(),
                            node));
            return prompt.withMaxOutputTokens(cap);
        } catch (LimitReached e) {
            metrics.refused(e);
            throw e;
        }
    }

    private Ended answer(Entry entry, Begun begun, Prompt prompt, TurnInProgress progress, Cancellation cancellation) {
        try {
            progress.begun(begun);
            Completion completion = model.answer(prompt, progress::token, cancellation);
            return end(entry, begun, progress, completion);
        } catch (TurnInProgress.ReaderLeft e) {
            ledger.interrupt(entry, progress.reply(), "reader_left", progress.usageSoFar());
            throw e.reason();
        } catch (ModelFailure e) {
            endWithoutAnswer(entry, progress, e.kind().code());
            throw e;
        } catch (RuntimeException e) {
            endWithoutAnswer(entry, progress, "internal_error");
            throw e;
        }
    }

    /** What was said so far is kept and paid for; when nothing was, the reservation is given back. */
    private void endWithoutAnswer(Entry entry, TurnInProgress progress, String code) {
        if (progress.reply().isEmpty()) {
            ledger.fail(entry, code);
        } else {
            ledger.interrupt(entry, progress.reply(), code, progress.usageSoFar());
        }
        readModels.awaitLatest(PATIENCE);
    }

    private Ended end(Entry entry, Begun begun, TurnInProgress progress, Completion completion) {
        TokenUsage used = progress.usage(completion);
        String reply = progress.reply();
        switch (completion.finish()) {
            case STOP -> ledger.complete(entry, reply, FinishReason.STOP, used);
            case LENGTH -> ledger.complete(entry, reply, FinishReason.LENGTH, used);
            case CANCELLED -> ledger.interrupt(entry, reply, "cancelled", used);
        }
        readModels.awaitLatest(PATIENCE);
        return new Ended(begun, reply, wire(completion.finish()), used, usage.quota(entry.owner()));
    }

    private static Finish wire(Completion.Finish finish) {
        return switch (finish) {
            case STOP -> Finish.STOP;
            case LENGTH -> Finish.LENGTH;
            case CANCELLED -> Finish.INTERRUPTED;
        };
    }
}
