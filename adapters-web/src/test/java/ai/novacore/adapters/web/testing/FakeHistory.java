package ai.novacore.adapters.web.testing;

import ai.novacore.application.conversation.port.in.ConversationQuery;
import ai.novacore.application.conversation.port.in.DeleteConversationsUseCase;
import ai.novacore.application.conversation.port.in.ManageConversationsUseCase;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.application.quota.readmodel.DailyUsage;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.Rating;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One conversation and a ledger of two lines; remembers how it was asked. */
public final class FakeHistory
        implements ConversationQuery, UsageQuery, ManageConversationsUseCase, DeleteConversationsUseCase {
    public final List<String> calls = new CopyOnWriteArrayList<>();

    private static final ConversationId ID = new ConversationId("cnv_1");
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00.123456789Z");

    @Override
    public Page<ConversationSummary> list(UserId owner, @Nullable String words, PageRequest page) {
        calls.add(words + " " + page);
        return new Page<>(List.of(summary(owner)), page.after() == null ? new Cursor(AT, ID.value()) : null);
    }

    @Override
    public ConversationThread get(UserId owner, ConversationId id) {
        if (!id.equals(ID)) {
            throw DomainRejection.notFound();
        }
        return new ConversationThread(summary(owner), List.of(setAside(owner), ended(owner), running(owner)));
    }

    @Override
    public QuotaView quota(UserId user) {
        return FakeQuestions.QUOTA;
    }

    @Override
    public Page<LedgerEntry> ledger(UserId user, @Nullable Instant from, @Nullable Instant to, PageRequest page) {
        calls.add(from + " " + to + " " + page.limit());
        boolean whole = page.limit() == PageRequest.MAX_LIMIT;
        LedgerEntry released = new LedgerEntry(user, AT, new TurnId("trn_2"), null, 0, 0, LedgerEntry.Kind.RELEASED);
        if (page.after() != null) {
            return new Page<>(List.of(released, settled(user, "=cmd|'/c calc'!A1")), null);
        }
        return whole
                ? new Page<>(List.of(settled(user, "llama3.2")), new Cursor(AT, "trn_1"))
                : new Page<>(List.of(settled(user, "llama3.2"), released), null);
    }

    @Override
    public List<DailyUsage> daily(UserId user, Instant from, Instant to) {
        calls.add(from + " " + to);
        return List.of(new DailyUsage(LocalDate.of(2026, 3, 1), 12, 3, 1), DailyUsage.none(LocalDate.of(2026, 3, 2)));
    }

    private static LedgerEntry settled(UserId user, String model) {
        return new LedgerEntry(user, AT, new TurnId("trn_1"), model, 12, 3, LedgerEntry.Kind.SETTLED);
    }

    @Override
    public ConversationSummary rename(UserId owner, ConversationId id, String title) {
        calls.add("rename " + title);
        return new ConversationSummary(get(owner, id).summary().id(), owner, title, AT, AT, 2);
    }

    @Override
    public void rate(UserId owner, TurnId turn, Rating rating, @Nullable String comment) {
        if (turn.value().equals("trn_2")) {
            throw DomainRejection.conflict("turn_not_answered", "Only an answer can be rated.");
        }
        calls.add("rate " + turn.value() + " " + rating + " " + comment);
    }

    @Override
    public void delete(UserId owner, ConversationId id) {
        calls.add("delete " + get(owner, id).summary().id().value());
    }

    @Override
    public void deleteAll(UserId owner) {
        throw new UnsupportedOperationException();
    }

    private static ConversationSummary summary(UserId owner) {
        return new ConversationSummary(ID, owner, "Bread", AT, AT, 2);
    }

    private static ThreadTurn setAside(UserId owner) {
        return ended("trn_0", owner, new TurnId("trn_1"));
    }

    private static ThreadTurn ended(UserId owner) {
        return ended("trn_1", owner, null);
    }

    private static ThreadTurn ended(String id, UserId owner, @Nullable TurnId replacedBy) {
        return new ThreadTurn(
                new TurnId(id),
                ID,
                owner,
                "How?",
                "So.",
                ThreadTurn.Status.COMPLETED,
                FinishReason.LENGTH,
                null,
                "llama3.2",
                "node",
                new TokenUsage(12, 3),
                List.of(),
                Rating.UP,
                "Crisp",
                AT,
                AT,
                replacedBy);
    }

    private static ThreadTurn running(UserId owner) {
        return new ThreadTurn(
                new TurnId("trn_2"),
                ID,
                owner,
                "And?",
                null,
                ThreadTurn.Status.STARTED,
                null,
                null,
                "llama3.2",
                "node",
                null,
                List.of(),
                null,
                null,
                AT,
                null,
                null);
    }
}
