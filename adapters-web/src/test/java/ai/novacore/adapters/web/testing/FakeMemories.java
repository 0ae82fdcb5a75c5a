package ai.novacore.adapters.web.testing;

import ai.novacore.application.memory.port.in.KeepMemoryUseCase;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A shelf with one memory; remembers how it was asked. */
public final class FakeMemories implements MemoryQuery, KeepMemoryUseCase {
    public final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public Page<MemoryItem> list(UserId owner, @Nullable MemoryTier tier, @Nullable MemoryKind kind, PageRequest page) {
        calls.add(tier + " " + kind + " " + page.limit());
        return new Page<>(List.of(item(owner, "Bakes on Sundays.", MemoryKind.FACT)), null);
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
    public Map<MemoryTier, Long> stats(UserId owner) {
        return Map.of(MemoryTier.STM, 4L, MemoryTier.ITM, 2L, MemoryTier.LTM, 1L);
    }

    @Override
    public MemoryItem keep(UserId owner, String content, MemoryKind kind) {
        return item(owner, content, kind);
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
