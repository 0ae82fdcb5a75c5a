package ai.novacore.adapters.web.testing;

import ai.novacore.application.memory.port.in.ImportMemoriesUseCase;
import ai.novacore.application.memory.port.in.KeepMemoryUseCase;
import ai.novacore.application.memory.port.in.ManageMemoriesUseCase;
import ai.novacore.application.memory.port.in.MemoryHistoryQuery;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.in.RebuildMemoryIndexUseCase;
import ai.novacore.application.memory.port.out.MemoryShelfStore.Filter;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryMerged;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryRestored;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryEvent.MemorySuperseded;
import ai.novacore.domain.memory.MemoryEvent.MemorySupported;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shelf with one memory; remembers how it was asked. */
public final class FakeMemories
        implements MemoryQuery,
                KeepMemoryUseCase,
                ManageMemoriesUseCase,
                MemoryHistoryQuery,
                ImportMemoriesUseCase,
                RebuildMemoryIndexUseCase {
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final List<Line> imported = new CopyOnWriteArrayList<>();
    public volatile boolean endless;

    @Override
    public Page<MemoryItem> list(UserId owner, Filter filter, PageRequest page) {
        calls.add(filter.tier() + " " + filter.kind() + " " + filter.status() + " " + page.limit());
        return new Page<>(
                List.of(item(owner, "Bakes on Sundays.", MemoryKind.FACT)),
                page.after() == null && endless ? new Cursor(TestServer.NOW, "mem_1") : null);
    }

    @Override
    public MemoryItem get(UserId owner, MemoryId id) {
        if (!id.value().equals("mem_1")) {
            throw DomainRejection.notFound();
        }
        return item(owner, "Bakes on Sundays.", MemoryKind.FACT);
    }

    @Override
    public List<Found> search(UserId owner, String text, @Nullable MemoryTier tier, int limit) {
        calls.add(text + " " + tier + " " + limit);
        return List.of(new Found(item(owner, "Bakes on Sundays.", MemoryKind.FACT), 0.5));
    }

    @Override
    public long rebuild() {
        calls.add("rebuild");
        return 7;
    }

    @Override
    public Map<MemoryTier, Long> stats(UserId owner) {
        return Map.of(MemoryTier.STM, 4L, MemoryTier.ITM, 2L, MemoryTier.LTM, 1L);
    }

    @Override
    public MemoryItem keep(UserId owner, String content, MemoryKind kind) {
        return item(owner, content, kind);
    }

    @Override
    public MemoryItem correct(UserId owner, MemoryId id, String content) {
        get(owner, id);
        return item(owner, content, MemoryKind.FACT);
    }

    @Override
    public void forget(UserId owner, MemoryId id) {
        get(owner, id);
        calls.add("forget " + id.value());
    }

    @Override
    public MemoryItem restore(UserId owner, MemoryId id, @Nullable RunId run) {
        calls.add("restore " + id.value() + " " + run);
        return get(owner, id);
    }

    @Override
    public List<Step> history(UserId owner, MemoryId id) {
        get(owner, id);
        Evidence evidence = new Evidence(new ConversationId("cnv_1"), new TurnId("trn_1"));
        RunId run = new RunId("run_1");
        PersonalText text = new PersonalText("Bakes on Sundays.");
        MemoryId other = new MemoryId("mem_2");
        Instant at = TestServer.NOW;
        return Stream.of(
                        new MemoryStored(
                                id,
                                at,
                                owner,
                                MemoryTier.STM,
                                MemoryKind.FACT,
                                text,
                                0.5,
                                List.of(evidence),
                                at,
                                null,
                                run),
                        new MemoryRecalled(id, at, owner, new TurnId("trn_2")),
                        new MemorySupported(id, at, owner, List.of(evidence), run),
                        new MemoryPromoted(id, at, owner, MemoryTier.STM, MemoryTier.ITM, 0.75, run),
                        new MemoryMerged(id, at, owner, other, List.of(), run),
                        new MemoryRevised(id, at, owner, text),
                        new MemorySuperseded(id, at, owner, other, "contradiction", null),
                        new MemoryRestored(id, at, owner, MemoryTier.ITM, text, List.of(), run),
                        new MemoryForgotten(id, at, owner, ForgetReason.MEMBER, null))
                .map(event -> new Step(1, "memory.step", Actor.member(owner), event))
                .toList();
    }

    @Override
    public ImportReport importAll(UserId owner, Iterator<Line> lines) {
        imported.clear();
        lines.forEachRemaining(imported::add);
        return new ImportReport(imported.size(), 0, List.of(new Fault(7, "invalid_json")));
    }

    private static MemoryItem item(UserId owner, String content, MemoryKind kind) {
        return new MemoryItem(
                new MemoryId("mem_1"),
                owner,
                MemoryTier.ITM,
                kind,
                content,
                0.6,
                TestServer.NOW,
                TestServer.NOW,
                null,
                null,
                0,
                List.of(new Evidence(new ConversationId("cnv_1"), new TurnId("trn_1"))),
                Status.ACTIVE,
                null);
    }
}
