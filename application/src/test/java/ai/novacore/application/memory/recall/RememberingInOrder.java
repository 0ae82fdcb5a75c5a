package ai.novacore.application.memory.recall;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.PlainWords;
import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.application.memory.port.out.MemoryIndex.Hit;
import ai.novacore.application.memory.port.out.MemoryIndex.Query;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes and goes in whatever order, what is there is found as if it had just been put in. */
class RememberingInOrder {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    private static final List<String> WORDS = List.of("tea", "cat", "lake", "book", "rain", "Ada: tea", "yesterday");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheSameHoweverItCameAbout(long seed) {
        Random random = new Random(seed);
        PersonalMemories lived = new PersonalMemories(new PlainWords());
        Map<MemoryId, Long> positions = new LinkedHashMap<>();
        Map<MemoryId, Entry> kept = new LinkedHashMap<>();
        for (int i = 0; i < 600; i++) {
            MemoryId id = new MemoryId("mem_" + random.nextInt(80));
            if (random.nextInt(3) == 0) {
                lived.remove(id);
                kept.remove(id);
            } else {
                Entry entry = entry(id, random);
                long position = positions.computeIfAbsent(id, _ -> (long) positions.size());
                lived.put(entry, position);
                kept.put(id, entry);
            }
        }
        PersonalMemories fresh = new PersonalMemories(new PlainWords());
        List<Entry> shuffled = new ArrayList<>(kept.values());
        Collections.shuffle(shuffled, random);
        shuffled.forEach(entry -> fresh.put(entry, positions.getOrDefault(entry.id(), 0L)));

        assertThat(lived.size()).isEqualTo(kept.size());
        for (String question :
                List.of("tea", "Which book did Ada read?", "cat lake rain", "unheard", "When did it rain?")) {
            Query query = new Query(MIRA, question, meaning(random.nextInt(90)), null, 25, NOW);
            List<Hit> hits = lived.search(query);
            assertThat(hits).isEqualTo(fresh.search(query)).isEqualTo(lived.search(query));
            assertThat(hits)
                    .isSortedAccordingTo(Comparator.comparingDouble(Hit::score)
                            .reversed()
                            .thenComparing(hit -> hit.id().value()));
            assertThat(hits).allSatisfy(hit -> assertThat(hit.score()).isBetween(0.0, 1.0));
        }
    }

    private static Entry entry(MemoryId id, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return new Entry(
                id,
                MIRA,
                List.of(MemoryTier.STM, MemoryTier.ITM, MemoryTier.LTM).get(random.nextInt(3)),
                text.toString(),
                meaning(random.nextInt(90)),
                random.nextDouble(),
                NOW.minusSeconds(3_600L * random.nextInt(40)),
                random.nextBoolean() ? "cnv_" + random.nextInt(4) : null);
    }

    private static Embedding meaning(int degrees) {
        double angle = Math.toRadians(degrees);
        return new Embedding("angles", new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
    }
}
