package ai.novacore.application.memory.distillation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.InMemoryMemoryIndex;
import ai.novacore.application.memory.InMemoryMemoryRuns;
import ai.novacore.application.memory.port.out.DistillationRuns.Batch;
import ai.novacore.application.memory.port.out.DistillationRuns.Step;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryIndexProjection;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** As many memories as anybody may have: they are read in pages, and compared only where they have the same words. */
class PlanningForSomebodyWithMany {
    private static final int MANY = 100_000;
    private static final int MOST_AT_ONCE = 500;
    private static final int TWINS = 1_000;

    private final TreeMap<String, MemoryItem> items = new TreeMap<>();
    private final InMemoryMemoryIndex indexed = new InMemoryMemoryIndex();
    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicInteger pauses = new AtomicInteger();

    @Test
    void readsPagesAndComparesFew() {
        for (int i = 0; i < MANY; i++) {
            String id = String.format("mem_%06d", i);
            Shelved memory = new Shelved().id(id).tier(MemoryTier.ITM).text("Fact number " + i);
            MemoryItem item = (i < TWINS ? memory.text("Likes tea") : memory).item();
            items.put(id, item);
            if (i < TWINS) {
                index(item);
            }
        }
        PlanMember planning = new PlanMember(shelf(), index(), new InMemoryMemoryRuns(), Shelved.SETTINGS);

        PlanMember.Plan plan = planning.plan(Shelved.ADA, Shelved.AT, pauses::incrementAndGet);

        assertThat(plan.memories()).isEqualTo(MANY);
        assertThat(plan.batches().stream().flatMap(batch -> batch.steps().stream()))
                .hasSize(1)
                .first()
                .matches(step -> step.absorbs().size() == Twins.MOST_ABSORBED);
        assertThat(lookups).hasValue(1 + Twins.MOST_ABSORBED);
        assertThat(pauses.get()).isGreaterThanOrEqualTo(MANY / MOST_AT_ONCE);
    }

    private void index(MemoryItem item) {
        new MemoryIndexProjection(indexed, new WordEmbedder())
                .project(new MemoryStored(
                        item.id(),
                        item.createdAt(),
                        item.owner(),
                        item.tier(),
                        item.kind(),
                        new PersonalText(item.content()),
                        item.importance(),
                        item.evidence(),
                        item.occurredAt(),
                        null,
                        null));
    }

    @Test
    void plansBatchesOfABoundedSize() {
        for (int i = 0; i < MANY; i++) {
            String id = String.format("mem_%06d", i);
            items.put(
                    id,
                    new Shelved().id(id).age(Duration.ofDays(4)).text("x " + i).item());
        }
        PlanMember planning = new PlanMember(shelf(), index(), new InMemoryMemoryRuns(), Shelved.SETTINGS);

        List<Batch> batches = planning.plan(Shelved.ADA, Shelved.AT, () -> {}).batches();

        assertThat(batches)
                .hasSize(MANY / Shelved.SETTINGS.batch())
                .allMatch(batch -> batch.steps().size() == Shelved.SETTINGS.batch());
        assertThat(batches.stream().flatMap(batch -> batch.steps().stream()).map(Step::memory))
                .doesNotHaveDuplicates()
                .hasSize(MANY);
    }

    /** Only what planning asks for. */
    private MemoryShelfStore shelf() {
        return (MemoryShelfStore) Proxy.newProxyInstance(
                MemoryShelfStore.class.getClassLoader(),
                new Class<?>[] {MemoryShelfStore.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "ids" -> ids((MemoryId) arguments[1], (int) arguments[2]);
                    case "findAll" -> found((Collection<?>) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private List<MemoryId> ids(@Nullable MemoryId after, int limit) {
        assertThat(limit).isLessThanOrEqualTo(MOST_AT_ONCE);
        return items.tailMap(after == null ? "" : after.value(), false).keySet().stream()
                .limit(limit)
                .map(MemoryId::new)
                .toList();
    }

    private List<MemoryItem> found(Collection<?> ids) {
        assertThat(ids).hasSizeLessThanOrEqualTo(MOST_AT_ONCE);
        return ids.stream()
                .map(id -> Optional.ofNullable(items.get(((MemoryId) id).value())))
                .flatMap(Optional::stream)
                .toList();
    }

    private MemoryIndex index() {
        return (MemoryIndex) Proxy.newProxyInstance(
                MemoryIndex.class.getClassLoader(), new Class<?>[] {MemoryIndex.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("find");
                    lookups.incrementAndGet();
                    return indexed.find((MemoryId) arguments[0]);
                });
    }
}
