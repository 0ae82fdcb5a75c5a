package ai.novacore.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.application.memory.port.out.MemoryIndex.Query;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingAnyText {
    private static final UserId MIRA = new UserId("usr_mira");

    private final AccountStore accounts = OnPostgres.bean(AccountStore.class);
    private final MemoryIndex index = OnPostgres.bean(MemoryIndex.class);

    @Test
    void replacesTheOneCharacterThatPostgresqlRefuses() {
        accounts.save(new Account(
                MIRA,
                "mira@example.com",
                "Mi\0ra\u0001 🌱",
                null,
                Tier.FREE,
                List.of(),
                Account.Standing.ACTIVE,
                Instant.EPOCH));

        assertThat(accounts.find(MIRA)).get().extracting(Account::displayName).isEqualTo("Mi\uFFFDra\u0001 🌱");
    }

    @Test
    void indexesTextsOfAnyLength() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 300_000; i++) {
            words.append("word").append(i).append(' ');
        }
        Embedding embedding = new Embedding("one", new float[] {1});
        index.put(new Entry(
                new MemoryId("mem_1"), MIRA, MemoryTier.STM, words.toString(), embedding, 0.5, Instant.EPOCH, null));

        Embedding unknown = new Embedding("another", new float[] {1});
        assertThat(index.search(new Query(MIRA, "word17", unknown, null, 5, Instant.EPOCH)))
                .hasSize(1);
    }

    @Test
    void searchesMoreMemoriesThanAreFetchedAtOnce() {
        OnPostgres.transaction().executeWithoutResult(transaction -> {
            for (int i = 0; i < 1_100; i++) {
                double angle = Math.toRadians(i < 3 ? i : 5 + i / 20.0);
                Embedding embedding =
                        new Embedding("angles", new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
                index.put(new Entry(
                        new MemoryId("mem_" + i),
                        MIRA,
                        MemoryTier.STM,
                        "text " + i,
                        embedding,
                        0.5,
                        Instant.EPOCH,
                        null));
            }
        });

        Embedding question = new Embedding("angles", new float[] {1, 0});
        assertThat(index.search(new Query(MIRA, "unheard", question, null, 3, Instant.EPOCH)))
                .extracting(hit -> hit.id().value())
                .containsExactly("mem_0", "mem_1", "mem_2");
        assertThat(index.search(new Query(MIRA, "unheard", question, null, 80, Instant.EPOCH)))
                .hasSize(80);
    }
}
