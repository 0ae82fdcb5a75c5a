package ai.novacore.adapters.web.testing;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.quota.port.in.UsageQuery.QuotaView;
import ai.novacore.application.quota.port.in.UsageQuery.Resource;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers as the message says that it wants to be answered; one that begins with "wait" waits for a sign. */
public final class FakeQuestions implements AskQuestionUseCase {
    public static final QuotaView QUOTA = new QuotaView(
            Tier.BASIC,
            Instant.parse("2026-03-01T00:00:00Z"),
            Instant.parse("2026-03-02T00:00:00Z"),
            Map.of(
                    "tokens", Resource.of(500_000, 1_200, 300),
                    "messages", Resource.of(500, 3, 1),
                    "memories", Resource.of(10_000, 7, 0)),
            List.of(new Warning(
                    ai.novacore.domain.quota.Resource.MESSAGES, 80, Instant.parse("2026-03-01T08:00:00Z"))));

    public final List<Question> asked = new CopyOnWriteArrayList<>();
    public final List<Correlation> correlations = new CopyOnWriteArrayList<>();
    public final BlockingQueue<RuntimeException> readersLost = new LinkedBlockingQueue<>();
    public final BlockingQueue<End> ends = new LinkedBlockingQueue<>();

    private final AtomicInteger count = new AtomicInteger();
    private final Map<TurnId, Silence> silences = new ConcurrentHashMap<>();

    @Override
    public Ended ask(Question question, Reader reader) {
        asked.add(question);
        correlations.add(Correlation.current());
        refuse(question);
        boolean silent = question.message().startsWith("wait");
        TurnId turn = new TurnId(silent ? "trn_w" + count.incrementAndGet() : "trn_1");
        @Nullable Silence silence = silent ? silences.computeIfAbsent(turn, t -> new Silence(question.user())) : null;
        Begun begun = new Begun(
                question.conversation() == null ? new ConversationId("cnv_new") : question.conversation(),
                turn,
                question.model() == null ? "llama3.2" : question.model(),
                List.of(new RecalledMemory(new MemoryId("mem_1"), MemoryTier.ITM, 0.75)));
        reader.begun(begun);
        reader.text("Hel", 3);
        if (question.message().equals("break off")) {
            throw new ModelFailure(ModelFailure.Kind.FAILED, "broke off");
        }
        if (question.message().equals("talk on")) {
            talkOn(reader);
        }
        if (silence != null) {
            silence.last();
            silences.remove(turn);
            Finish finish = silence.cancelled ? Finish.INTERRUPTED : Finish.STOP;
            ends.add(new End(turn, finish));
            return new Ended(begun, "Hel", finish, new TokenUsage(12, 1), QUOTA);
        }
        reader.text("lo\n\nthere", 12);
        return new Ended(begun, "Hello\n\nthere", Finish.STOP, new TokenUsage(12, 3), QUOTA);
    }

    /** There is one turn to follow, {@code trn_1}, which says "Hello\n\nthere" and then stops. */
    @Override
    public Ended follow(UserId user, TurnId turn, long from, Reader reader) {
        if (!turn.value().equals("trn_1")) {
            throw DomainRejection.notFound();
        }
        String whole = "Hello\n\nthere";
        Begun begun = new Begun(new ConversationId("cnv_new"), turn, "llama3.2", List.of());
        reader.begun(begun);
        reader.queued(2);
        reader.idle();
        if (from < whole.length()) {
            reader.text(whole.substring((int) from), whole.length());
        }
        return new Ended(begun, whole, Finish.STOP, new TokenUsage(12, 3), QUOTA);
    }

    @Override
    public void cancel(UserId user, TurnId turn) {
        Silence silence = silences.get(turn);
        if (silence == null || !silence.owner.equals(user)) {
            if (turn.value().equals("trn_1")) {
                return;
            }
            throw DomainRejection.notFound();
        }
        silence.cancelled = true;
        silence.over.countDown();
    }

    /** Lets the answers end that wait. */
    public void goOn() {
        silences.values().forEach(silence -> silence.over.countDown());
    }

    /** How a turn ended that had waited. */
    public record End(TurnId turn, Finish finish) {}

    private static final class Silence {
        private final UserId owner;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile boolean cancelled;

        Silence(UserId owner) {
            this.owner = owner;
        }

        void last() {
            try {
                if (!over.await(60, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("a test has forgotten an answer that waits");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void talkOn(Reader reader) {
        try {
            while (true) {
                reader.text("and ".repeat(1_000), 4_000);
            }
        } catch (RuntimeException left) {
            readersLost.add(left);
            throw left;
        }
    }

    private static void refuse(Question question) {
        ConversationId conversation = question.conversation();
        if (conversation != null && conversation.value().equals("cnv_bea")) {
            throw DomainRejection.notFound();
        }
        switch (question.message()) {
            case "too much" ->
                throw new LimitReached(
                        "quota_exceeded", "tokens", 50_000, 49_990, Instant.parse("2026-03-02T00:00:00Z"));
            case "gone" -> throw new ModelFailure(ModelFailure.Kind.UNAVAILABLE, "nothing answers");
            case "unknown" -> throw new ModelFailure(ModelFailure.Kind.NOT_FOUND, "no such model");
            case "slow" -> throw new ModelFailure(ModelFailure.Kind.TIMEOUT, "too slow");
            case "broken" -> throw new ModelFailure(ModelFailure.Kind.FAILED, "nonsense");
            case "bug" -> throw new IllegalStateException("secret details");
            default -> {}
        }
    }
}
