package ai.novacore.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.port.out.MemoryIndex.Hit;
import ai.novacore.application.memory.port.out.MemoryIndex.Query;
import ai.novacore.application.memory.readmodel.MemoryIndexProjection;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.AggregateId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RebuildingTheMemoryIndex {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId BEN = new UserId("usr_ben");
    private static final Instant T0 = Instant.parse("2026-05-20T12:00:00Z");

    private final InMemoryMemoryIndex index = new InMemoryMemoryIndex();
    private final CountingEmbedder embedder = new CountingEmbedder();
    private final MemoryIndexProjection projection = new MemoryIndexProjection(index, embedder);
    private final Log log = new Log();
    private final RebuildMemoryIndex rebuilding = new RebuildMemoryIndex(log, index, embedder);

    @Test
    void bringsBackWhatTheIndexHasLost() {
        happened(
                stored("mem_1", MIRA, "has a cat"),
                stored("mem_2", MIRA, "has a dog"),
                stored("mem_3", BEN, "likes tea"));
        happened(new MemoryRevised(new MemoryId("mem_1"), T0, MIRA, new PersonalText("has two cats")));
        happened(new MemoryForgotten(new MemoryId("mem_2"), T0, MIRA, ForgetReason.MEMBER, null));
        index.removeAll(MIRA);

        assertThat(rebuilding.rebuild()).isEqualTo(3);

        assertThat(found(MIRA, "cats dog")).containsExactly("mem_1");
        assertThat(found(BEN, "tea")).containsExactly("mem_3");
        assertThat(index.hidden(new MemoryId("mem_2"))).isPresent();
    }

    @Test
    void takesOutWhatShouldNotBeThere() {
        happened(stored("mem_1", MIRA, "has a cat"));
        projection.project(stored("mem_9", MIRA, "was never said"));
        projection.project(stored("mem_8", BEN, "was erased"));
        log.events.add(stored("mem_8", BEN, "was erased"));
        log.events.add(new UserErased(BEN, T0));

        rebuilding.rebuild();

        assertThat(index.find(new MemoryId("mem_9"))).isEmpty();
        assertThat(index.find(new MemoryId("mem_8"))).isEmpty();
        assertThat(found(MIRA, "cat never said")).containsExactly("mem_1");
    }

    @Test
    void embedsOnlyWhatHasChangedOrIsOfAnotherModel() {
        happened(stored("mem_1", MIRA, "has a cat"));

        rebuilding.rebuild();
        assertThat(embedder.embedded()).containsExactly("has a cat");

        embedder.becomes("another model");
        rebuilding.rebuild();
        assertThat(index.find(new MemoryId("mem_1")))
                .hasValueSatisfying(
                        entry -> assertThat(entry.embedding().model()).isEqualTo("another model"));
    }

    @Test
    void searchesGoOnAndMissNothingThatComesMeanwhile() {
        for (int i = 0; i < 1_200; i++) {
            happened(stored("mem_" + i, MIRA, "tea number " + i));
        }
        log.whileReading = () -> {
            assertThat(found(MIRA, "tea")).hasSize(20);
            happened(stored("mem_new" + log.events.size(), MIRA, "tea that came later " + log.events.size()));
        };

        rebuilding.rebuild();

        log.whileReading = () -> {};
        log.events.forEach(
                event -> assertThat(index.find((MemoryId) event.id())).isPresent());
        assertThat(log.events).hasSize(1_203);
    }

    private void happened(DomainEvent... events) {
        for (DomainEvent event : events) {
            log.events.add(event);
            projection.project(event);
        }
    }

    private List<String> found(UserId owner, String text) {
        Embedding far = new Embedding("none", new float[0]);
        return index.search(new Query(owner, text, far, null, 20, T0)).stream()
                .map(Hit::id)
                .map(MemoryId::value)
                .toList();
    }

    private static MemoryStored stored(String id, UserId owner, String text) {
        return new MemoryStored(
                new MemoryId(id),
                T0,
                owner,
                MemoryTier.ITM,
                MemoryKind.FACT,
                new PersonalText(text),
                0.5,
                List.of(),
                T0,
                null,
                null);
    }

    private static final class Log implements EventLog {
        private final List<DomainEvent> events = new ArrayList<>();
        private Runnable whileReading = () -> {};
        private boolean ended;

        @Override
        public List<Recorded> after(long position, @Nullable String correlationId, int limit) {
            int from = (int) Math.max(0, position + 1);
            List<Recorded> page = new ArrayList<>();
            for (int i = from; i < Math.min(events.size(), from + limit); i++) {
                page.add(new Recorded(i, 0, "any", "none", Actor.system("test"), events.get(i)));
            }
            // Not after the end was reached once: from then on the index stands still.
            if (!ended && (page.size() == limit || page.isEmpty())) {
                ended = page.isEmpty();
                whileReading.run();
            }
            return page;
        }

        @Override
        public List<Recorded> stream(AggregateId id, long fromSequence, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
