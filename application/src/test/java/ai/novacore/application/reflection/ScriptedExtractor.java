package ai.novacore.application.reflection;

import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds every sentence of the member, unless the test wrote down something else. */
public final class ScriptedExtractor implements FactExtractor {
    private final List<Material> asked = new ArrayList<>();
    private final Deque<Function<Material, List<Candidate>>> script = new ArrayDeque<>();

    /** The next material gets this. */
    public ScriptedExtractor next(Function<Material, List<Candidate>> answer) {
        script.add(answer);
        return this;
    }

    public ScriptedExtractor nextFails(RuntimeException failure) {
        return next(_ -> {
            throw failure;
        });
    }

    public List<Material> asked() {
        return List.copyOf(asked);
    }

    @Override
    public List<Candidate> extract(Material material, Duration within) {
        asked.add(material);
        Function<Material, List<Candidate>> answer = script.poll();
        return answer == null ? sentences(material) : answer.apply(material);
    }

    static List<Candidate> sentences(Material material) {
        return material.turns().stream()
                .flatMap(turn -> List.of(turn.prompt().split("(?<=[.!?])\\s+", -1)).stream()
                        .map(sentence -> fact(sentence, turn, null)))
                .toList();
    }

    static Candidate fact(String text, Turn turn, @Nullable MemoryId contradicts) {
        return new Candidate(MemoryKind.FACT, text, 0.5, List.of(turn.id()), contradicts);
    }
}
