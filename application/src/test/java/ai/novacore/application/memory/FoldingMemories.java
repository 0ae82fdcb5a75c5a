package ai.novacore.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.readmodel.MemoryIndexProjection;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.memory.readmodel.MemoryShelfProjection;
import ai.novacore.application.testing.Folding;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryEvent;
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
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FoldingMemories {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final MemoryId ID = new MemoryId("mem_1");
    private static final MemoryId OTHER = new MemoryId("mem_2");
    private static final Instant T0 = Instant.parse("2026-11-21T08:00:00Z");
    private static final Evidence FIRST = new Evidence(new ConversationId("cnv_1"), new TurnId("trn_1"));
    private static final Evidence SECOND = new Evidence(new ConversationId("cnv_2"), new TurnId("trn_2"));

    private static final Evidence THIRD = new Evidence(new ConversationId("cnv_2"), new TurnId("trn_3"));

    private static final MemoryEvent STORED = new MemoryStored(
            ID,
            at(1),
            MIRA,
            MemoryTier.ITM,
            MemoryKind.FACT,
            new PersonalText("has a cat"),
            0.5,
            List.of(FIRST),
            T0,
            new PersonalText("cnv_1"),
            null);
    private static final MemoryEvent PROMOTED =
            new MemoryPromoted(ID, at(2), MIRA, MemoryTier.ITM, MemoryTier.LTM, 0.9, null);
    private static final MemoryEvent REVISED = new MemoryRevised(ID, at(3), MIRA, new PersonalText("has two cats"));
    private static final MemoryEvent MERGED = new MemoryMerged(ID, at(4), MIRA, OTHER, List.of(SECOND), null);
    private static final MemoryEvent SUPPORTED = new MemorySupported(ID, at(4), MIRA, List.of(THIRD), null);
    private static final MemoryEvent RECALLED = new MemoryRecalled(ID, at(5), MIRA, new TurnId("trn_9"));
    private static final MemoryEvent SUPERSEDED = new MemorySuperseded(ID, at(6), MIRA, OTHER, "newer", null);
    private static final MemoryEvent RESTORED =
            new MemoryRestored(ID, at(8), MIRA, MemoryTier.STM, new PersonalText("has a cat"), List.of(FIRST), null);

    private final InMemoryMemoryShelf shelf = new InMemoryMemoryShelf();
    private final InMemoryMemoryIndex index = new InMemoryMemoryIndex();
    private final CountingEmbedder embedder = new CountingEmbedder();
    private final MemoryShelfProjection shelving = new MemoryShelfProjection(shelf);
    private final MemoryIndexProjection indexing = new MemoryIndexProjection(index, embedder);

    @Test
    void hasStableNames() {
        assertThat(shelving.name()).isEqualTo("memory-shelf");
        assertThat(indexing.name()).isEqualTo("memory-index");
    }

    @ParameterizedTest
    @EnumSource
    void followsEveryChange(Folding folding) {
        fold(folding, STORED, PROMOTED, REVISED, MERGED, SUPPORTED, RECALLED);

        assertThat(shelf.find(ID))
                .contains(item(MemoryTier.LTM, "has two cats", at(5), List.of(FIRST, SECOND, THIRD), Status.ACTIVE));
        assertIndexed(MemoryTier.LTM, "has two cats");
    }

    @ParameterizedTest
    @EnumSource
    void withdrawsWhatIsSuperseded(Folding folding) {
        fold(folding, STORED, SUPERSEDED);

        assertThat(shelf.find(ID)).contains(item(MemoryTier.ITM, "has a cat", null, List.of(FIRST), Status.SUPERSEDED));
        assertThat(index.find(ID)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keepsNoTextOfWhatIsForgotten(Folding folding) {
        fold(folding, STORED, forgotten(ForgetReason.EXPIRED));

        assertThat(shelf.find(ID)).contains(item(MemoryTier.ITM, "", null, List.of(FIRST), Status.FORGOTTEN));
        assertThat(index.find(ID)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void putsBackWhatIsRestored(Folding folding) {
        fold(folding, STORED, PROMOTED, REVISED, MERGED, forgotten(ForgetReason.MEMBER), RESTORED);

        assertThat(shelf.find(ID)).contains(item(MemoryTier.STM, "has a cat", null, List.of(FIRST), Status.ACTIVE));
        assertIndexed(MemoryTier.STM, "has a cat");
    }

    @ParameterizedTest
    @EnumSource
    void keepsNothingOfAnErasedPerson(Folding folding) {
        fold(folding, STORED, forgotten(ForgetReason.ERASURE));

        assertThat(shelf.find(ID)).isEmpty();
        assertThat(index.find(ID)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keepsNothingOnceTheAccountIsGone(Folding folding) {
        List<DomainEvent> events = List.of(STORED, REVISED, new UserErased(MIRA, at(9)));
        folding.into(shelving, events);
        folding.into(indexing, events);

        assertThat(shelf.find(ID)).isEmpty();
        assertThat(index.find(ID)).isEmpty();
    }

    @Test
    void embedsATextOnceAsLongAsTheModelIsTheSame() {
        fold(Folding.EACH_TWICE, STORED, PROMOTED, MERGED, RECALLED);
        assertThat(embedder.embedded()).containsExactly("has a cat");

        fold(Folding.ONCE, REVISED);
        assertThat(embedder.embedded()).containsExactly("has a cat", "has two cats");

        embedder.becomes("another model");
        fold(Folding.ONCE, PROMOTED);
        assertThat(embedder.embedded()).containsExactly("has a cat", "has two cats", "has two cats");
        assertIndexed(MemoryTier.LTM, "has two cats");
    }

    private void fold(Folding folding, MemoryEvent... events) {
        folding.into(shelving, List.of(events));
        folding.into(indexing, List.of(events));
    }

    private void assertIndexed(MemoryTier tier, String text) {
        assertThat(index.find(ID)).hasValueSatisfying(entry -> {
            assertThat(entry.owner()).isEqualTo(MIRA);
            assertThat(entry.tier()).isEqualTo(tier);
            assertThat(entry.text()).isEqualTo(text);
            assertThat(entry.embedding().model()).isEqualTo(embedder.model());
            assertThat(entry.embedding().vector()).containsExactly(CountingEmbedder.vectorOf(text));
        });
        assertThat(index.search(new MemoryIndex.Query(
                        MIRA, text, new Embedding(embedder.model(), CountingEmbedder.vectorOf(text)), null, 5, T0)))
                .hasSize(1);
    }

    private static MemoryEvent forgotten(ForgetReason reason) {
        return new MemoryForgotten(ID, at(7), MIRA, reason, null);
    }

    private static MemoryItem item(
            MemoryTier tier, String content, @Nullable Instant lastRecalledAt, List<Evidence> evidence, Status status) {
        return new MemoryItem(
                ID,
                MIRA,
                tier,
                MemoryKind.FACT,
                content,
                0.5,
                at(1),
                T0,
                "cnv_1",
                lastRecalledAt,
                lastRecalledAt == null ? 0 : 1,
                evidence,
                status,
                status == Status.SUPERSEDED ? OTHER : null);
    }

    private static Instant at(int seconds) {
        return T0.plusSeconds(seconds);
    }
}
