package ai.novacore.adapters.web.testing;

import ai.novacore.application.model.port.out.Prompt.Speaker;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.application.support.port.in.FindPeopleUseCase;
import ai.novacore.application.support.port.in.GivenPromptQuery;
import ai.novacore.application.support.port.in.HistoryQuery;
import ai.novacore.application.support.port.in.TimelineQuery;
import ai.novacore.application.support.port.out.HistoryLog.Entry;
import ai.novacore.application.support.port.out.LookStore.Look;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notes who looks, and shows a little. */
public final class FakeSupport
        implements AuditLooksUseCase, FindPeopleUseCase, GivenPromptQuery, HistoryQuery, TimelineQuery {
    public final List<Looking> noted = new CopyOnWriteArrayList<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public void note(Looking looking) {
        noted.add(looking);
    }

    @Override
    public Page<Look> looks(@Nullable UserId person, PageRequest page) {
        Look look = new Look(
                "look_1",
                TestServer.NOW,
                new UserId("usr_sue"),
                "GET /support/users/{id}",
                "usr_anna",
                new UserId("usr_anna"),
                "ticket 4711",
                true,
                "request-1");
        return new Page<>(List.of(look), page.after() == null ? new Cursor(TestServer.NOW, "look_1") : null);
    }

    @Override
    public Optional<Account> byAddress(EmailAddress address) {
        return Optional.of(FakeAccounts.ANNA).filter(anna -> anna.email().equals(address.value()));
    }

    @Override
    public Account byId(UserId id) {
        return Optional.of(FakeAccounts.ANNA)
                .filter(anna -> anna.id().equals(id))
                .orElseThrow(DomainRejection::notFound);
    }

    @Override
    public List<Happened> events(Subject subject, long after, int limit, boolean unmasked) {
        asked.add(subject + " after " + after + ", " + limit + ", " + unmasked);
        return List.of(new Happened(
                after + 1,
                "event-1",
                "memory.recalled/1",
                TestServer.NOW,
                TestServer.NOW,
                "request-1",
                null,
                Actor.system("test"),
                true,
                Map.of("id", subject.id())));
    }

    @Override
    public StateThen state(Subject subject, Point point, boolean unmasked) {
        asked.add(subject + " at " + point + ", " + unmasked);
        return new StateThen(7, TestServer.NOW, 0, Map.of("active", true));
    }

    @Override
    public Difference difference(Subject subject, Point from, Point to, boolean unmasked) {
        asked.add(subject + " from " + from + " to " + to + ", " + unmasked);
        return new Difference(
                new StateThen(BEFORE_ALL, null, 0, Map.of()),
                new StateThen(7, TestServer.NOW, 0, Map.of("active", true)),
                List.of(new Change(Operation.ADD, "/active", null, true)),
                List.of());
    }

    @Override
    public GivenPrompt prompt(ConversationId conversation, TurnId turn, boolean unmasked) {
        asked.add("the prompt of " + conversation.value() + ", " + turn.value() + ", " + unmasked);
        return new GivenPrompt(
                turn,
                1,
                TestServer.NOW,
                "llama3.2",
                true,
                List.of(new GivenMessage(Speaker.SYSTEM, "[masked: 9 characters]")),
                List.of(new RecalledMemory(new MemoryId("mem_1"), MemoryTier.ITM, 0.5)));
    }

    @Override
    public Page<Moment> timeline(UserId person, PageRequest page) {
        Entry unknown = new Entry(
                12,
                person.value(),
                "user",
                0,
                "event-1",
                "user.waved/1",
                TestServer.NOW,
                "request-1",
                null,
                Actor.member(person),
                "{}",
                null);
        PolicyDecision refused = new PolicyDecision(
                "pol_1",
                TestServer.NOW,
                person,
                null,
                null,
                Direction.PROMPT,
                Decision.BLOCK,
                List.of("cats"),
                "v1",
                "rules");
        return new Page<>(List.of(new Moment.Recorded(unknown), new Moment.Refused(refused)), null);
    }
}
