package ai.novacore.application.memory;

import static ai.novacore.application.memory.MemoryStores.ADA;
import static ai.novacore.application.quota.TierExamples.LIMITS;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingMemories {
    private final ManualClock clock = new ManualClock();
    private final MemoryStores stores = new MemoryStores();
    private final InMemoryCommandDispatcher dispatcher = new InMemoryCommandDispatcher();
    private final List<Integer> recordedWhenAwaited = new ArrayList<>();
    private final KeepMemory keeping = new KeepMemory(
            dispatcher,
            new MemoryRoom(stores.shelf, stores.accounts, LIMITS, new SimpleMeterRegistry()),
            this::awaitLatest,
            new IdGenerator(clock),
            clock);

    @ParameterizedTest
    @EnumSource(names = {"FACT", "NOTE"})
    void storesItForAsLongAsAFactLasts(MemoryKind kind) {
        MemoryItem item = keeping.keep(ADA, "  My sister is called Byron. ", kind);

        PersonalText text = new PersonalText("My sister is called Byron.");
        assertThat(item)
                .isEqualTo(new MemoryItem(
                        item.id(),
                        ADA,
                        MemoryTier.ITM,
                        kind,
                        text.value(),
                        0.8,
                        NOON,
                        NOON,
                        null,
                        null,
                        0,
                        List.of(),
                        Status.ACTIVE,
                        null));
        assertThat(dispatcher.events())
                .containsExactly(new MemoryStored(
                        item.id(), NOON, ADA, MemoryTier.ITM, kind, text, 0.8, List.of(), NOON, null, null));
    }

    @Test
    void waitsUntilItCanBeReadOnceItIsStored() {
        keeping.keep(ADA, "likes tea", MemoryKind.FACT);

        assertThat(recordedWhenAwaited).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFLECTION", "EXCHANGE"})
    void isNotForWhatOnlyTheProductConcludes(MemoryKind kind) {
        assertInvalid("likes tea", kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n", "\u0000\u0007"})
    void needsSomethingToRemember(String content) {
        assertInvalid(content, MemoryKind.NOTE);
    }

    @Test
    void keepsLinesAndTabsButNoOtherControlCharacters() {
        assertThat(keeping.keep(ADA, "one\r\n\ttwo\u0000\u001b[31m \ud800three", MemoryKind.NOTE)
                        .content())
                .isEqualTo("one\n\ttwo[31m three");
    }

    @Test
    void takesEightThousandCharacters() {
        assertThat(keeping.keep(ADA, "🦊".repeat(8_000), MemoryKind.NOTE).content())
                .hasSize(16_000);
        assertInvalid("a".repeat(8_001), MemoryKind.NOTE);
    }

    @Test
    void isRefusedWhenTheMemoriesOfTheTierAreUsed() {
        stores.counts = Map.of(MemoryTier.STM, 400L, MemoryTier.LTM, 100L);

        assertThatThrownBy(() -> keeping.keep(ADA, "likes tea", MemoryKind.FACT))
                .isInstanceOfSatisfying(LimitReached.class, rejection -> {
                    assertThat(rejection.code()).isEqualTo("quota_exceeded");
                    assertThat(rejection.resource()).isEqualTo("memories");
                    assertThat(rejection.limit()).isEqualTo(500);
                    assertThat(rejection.used()).isEqualTo(500);
                    assertThat(rejection.resetsAt()).isEqualTo(Instant.parse("2026-03-15T00:00:00Z"));
                });
        assertThat(dispatcher.commands()).isEmpty();
    }

    @Test
    void goesByTheTier() {
        stores.counts = Map.of(MemoryTier.STM, 500L);
        stores.tier = Tier.BASIC;

        assertThat(keeping.keep(ADA, "likes tea", MemoryKind.FACT).active()).isTrue();
    }

    private void assertInvalid(String content, MemoryKind kind) {
        assertThatThrownBy(() -> keeping.keep(ADA, content, kind))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("invalid_request"));
    }

    private boolean awaitLatest(Duration atMost) {
        assertThat(atMost).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(2));
        recordedWhenAwaited.add(dispatcher.events().size());
        return false;
    }
}
