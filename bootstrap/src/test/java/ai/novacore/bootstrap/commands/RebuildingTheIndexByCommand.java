package ai.novacore.bootstrap.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.bootstrap.Product;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class RebuildingTheIndexByCommand {
    private final Product product = Product.shared();
    private final MemoryQuery memories = product.bean(MemoryQuery.class);
    private final UserId member =
            new UserId("usr_" + UUID.randomUUID().toString().replace("-", ""));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void rebuildsWhileSearchesGoOn() {
        List<String> texts = List.of("My cat is called Lumen.", "My cat sleeps all day.", "My cat hunts at night.");
        texts.forEach(this::remember);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> found().size() == texts.size());
        List<String> before = found();

        CompletableFuture<Integer> command = CompletableFuture.supplyAsync(this::rebuild);
        List<List<String>> meanwhile = new ArrayList<>();
        do {
            meanwhile.add(found());
        } while (!command.isDone());

        assertThat(command.join()).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("The index is rebuilt from the events of ");
        assertThat(meanwhile).allSatisfy(found -> assertThat(found).isEqualTo(before));
        assertThat(found()).isEqualTo(before);
    }

    @Test
    void bringsBackWhatWasLost() {
        remember("My cat is called Lumen.");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> found().size() == 1);
        JdbcTemplate database = product.bean(JdbcTemplate.class);
        database.update("delete from readmodel.memory_index where owner = ?", member.value());
        database.update("delete from readmodel.memory_index_state where owner = ?", member.value());
        assertThat(found()).isEmpty();

        assertThat(rebuild()).as(err.toString()).isZero();

        assertThat(found()).containsExactly("My cat is called Lumen.");
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThat(run("--url=http://localhost:1")).isEqualTo(1);

        assertThat(err.toString()).contains("Nothing answers at http://localhost:1");
    }

    @Test
    void refusesArgumentsThatMakeNoSense() {
        assertThat(run("everything")).isEqualTo(2);

        assertThat(err.toString()).contains("./nova rebuild-memory-index");
    }

    private void remember(String text) {
        Instant now = Instant.now();
        product.bean(CommandDispatcher.class)
                .dispatch(new StoreMemory(
                        new MemoryId("mem_" + UUID.randomUUID().toString().replace("-", "")),
                        Actor.member(member),
                        now,
                        member,
                        MemoryTier.ITM,
                        MemoryKind.FACT,
                        new PersonalText(text),
                        0.5,
                        List.of(),
                        now,
                        null,
                        null));
    }

    private List<String> found() {
        return memories.search(member, "cat", null, 10).stream()
                .map(found -> found.item().content())
                .toList();
    }

    private int rebuild() {
        URI address = product.address();
        return run("--url=" + address);
    }

    private int run(String... arguments) {
        return new RebuildMemoryIndexCommand(Map.of("NOVA_DATA", product.data().toString()))
                .run(arguments, new PrintWriter(out), new PrintWriter(err));
    }
}
