package ai.novacore.application.reflection;

import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.in.MemoryQuery.Found;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is remembered already that is like something new. What was said word by word is no fact and left out. */
final class Likeness {
    private static final int MOST = 12;

    /** So close in meaning that what differs is wording, provided that names, numbers and mood are the same. */
    private static final double SAME_MEANING = 0.9;

    private static final double SAME_WORDS = 0.6;

    private final MemoryQuery memories;
    private final Embedder embedder;

    Likeness(MemoryQuery memories, Embedder embedder) {
        this.memories = memories;
        this.embedder = embedder;
    }

    /** The facts of a person that are nearest to a text. */
    List<MemoryItem> near(UserId owner, String text) {
        return text.isBlank()
                ? List.of()
                : Stream.of(MemoryTier.ITM, MemoryTier.LTM)
                        .flatMap(tier -> memories.search(owner, text, tier, MOST).stream())
                        .map(Found::item)
                        .filter(item -> item.kind() != MemoryKind.EXCHANGE)
                        .toList();
    }

    /** The one that says what the claim says, if one does. */
    Optional<Entry> same(Claim claim, List<Entry> entries) {
        Optional<Entry> literal = entries.stream()
                .filter(entry -> entry.claim().saysTheSameAs(claim))
                .findFirst();
        return literal.or(() -> alike(claim, entries));
    }

    private Optional<Entry> alike(Claim claim, List<Entry> entries) {
        List<Entry> close = entries.stream()
                .filter(entry -> mayBeSame(claim, entry.claim()))
                .toList();
        if (close.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        texts.add(claim.text());
        close.forEach(entry -> texts.add(entry.claim().text()));
        List<float[]> vectors = embedder.embed(texts);
        for (int i = 0; i < close.size(); i++) {
            if (cosine(vectors.getFirst(), vectors.get(i + 1)) >= SAME_MEANING) {
                return Optional.of(close.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean mayBeSame(Claim one, Claim other) {
        return one.mood().equals(other.mood())
                && one.overlap(other) >= SAME_WORDS
                && one.values().stream().allMatch(other::has)
                && other.values().stream().allMatch(one::has);
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
