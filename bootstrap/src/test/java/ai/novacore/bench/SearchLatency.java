package ai.novacore.bench;

import ai.novacore.adapters.persistence.memory.LuceneWordAnalyzer;
import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.application.memory.port.out.MemoryIndex.Query;
import ai.novacore.application.memory.recall.PersonalMemories;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How long a search takes with many memories: through the HTTP API, and inside, when the question is embedded already. */
final class SearchLatency {
    private static final String NAME = "search with %,d memories";
    private static final int WARM_UP_ROUNDS = 20;
    private static final UserId SOMEBODY = new UserId("usr_bench");

    private final List<Dialogue.Turn> turns;
    private final List<String> questions;
    private final Report report;

    /** @param memories how many; made of the turns, over and over, each time in threads of their own */
    SearchLatency(List<Dialogue> dialogues, int memories, Report report) {
        this.report = report;
        questions = dialogues.stream()
                .flatMap(dialogue -> dialogue.questions().stream())
                .map(Dialogue.Question::text)
                .toList();
        turns = new ArrayList<>(memories);
        for (int round = 1; turns.size() < memories; round++) {
            for (Dialogue dialogue : dialogues) {
                for (Dialogue.Turn turn : dialogue.turns()) {
                    if (turns.size() < memories) {
                        turns.add(new Dialogue.Turn(
                                turn.id(),
                                turn.content() + " That was in round " + round + ".",
                                turn.occurredAt(),
                                dialogue.name() + " " + turn.thread() + " " + round));
                    }
                }
            }
        }
    }

    /** Of somebody who has nothing yet. */
    void measureThroughTheApi(Rememberer member) {
        long began = System.nanoTime();
        member.remember(turns);
        report.add(name(), "import until all is found", (System.nanoTime() - began) / 1e9, "s");
        measure("through the HTTP API, with embedding", member::search, 25);
    }

    /** With the start of the command's JVM. */
    void measureRebuilding(ProductProcess product) {
        long began = System.nanoTime();
        product.rebuildMemoryIndex();
        report.add(name(), "rebuilding the index from the events", (System.nanoTime() - began) / 1e9, "s");
    }

    void measureInside(Embedder embedder) {
        PersonalMemories memories = new PersonalMemories(new LuceneWordAnalyzer());
        for (int i = 0; i < turns.size(); i++) {
            Dialogue.Turn turn = turns.get(i);
            memories.put(
                    new Entry(
                            new MemoryId("mem_" + i),
                            SOMEBODY,
                            MemoryTier.ITM,
                            turn.content(),
                            embedded(embedder, turn.content()),
                            0.5,
                            Instant.parse(turn.occurredAt()),
                            turn.thread()),
                    i);
        }
        Instant now = Instant.now();
        List<Query> queries = questions.stream()
                .map(text -> new Query(SOMEBODY, text, embedded(embedder, text), null, Evidence.DEEPEST, now))
                .toList();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            queries.forEach(memories::search);
        }
        List<Long> nanos = new ArrayList<>();
        for (Query query : queries) {
            long began = System.nanoTime();
            memories.search(query);
            nanos.add(System.nanoTime() - began);
        }
        add("inside, without embedding", Samples.millis(nanos), 2);
    }

    private static Embedding embedded(Embedder embedder, String text) {
        return new Embedding(embedder.model(), embedder.embed(List.of(text)).getFirst());
    }

    private void measure(String what, Consumer<String> search, double aim) {
        for (int round = 0; round < WARM_UP_ROUNDS / 2; round++) {
            questions.forEach(search);
        }
        List<Long> nanos = new ArrayList<>();
        for (String question : questions) {
            long began = System.nanoTime();
            search.accept(question);
            nanos.add(System.nanoTime() - began);
        }
        add(what, Samples.millis(nanos), aim);
    }

    private void add(String what, Samples millis, double aim) {
        report.add(name(), what + ", median", millis.median(), "ms");
        report.add(name(), what + ", 95 of 100", millis.percentile(95), "ms", Aim.atMost(aim));
    }

    private String name() {
        return NAME.formatted(turns.size());
    }
}
