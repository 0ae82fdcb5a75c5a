package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.domain.memory.MemoryKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds facts without a model: statements of members about themselves that begin as such statements usually do, in English,
 * German, French and Spanish. It takes them as they were said, one turn each, draws no conclusions and sees no
 * contradictions; what is said in another way it does not find.
 */
public final class StandInFactExtractor implements FactExtractor {

    @Override
    public List<Candidate> extract(Material material, Duration within) {
        List<Candidate> found = new ArrayList<>();
        for (Turn turn : material.turns()) {
            for (String statement : OwnStatements.in(turn.prompt())) {
                Optional<Double> importance = SelfDescription.importance(statement);
                importance.ifPresent(weight ->
                        found.add(new Candidate(MemoryKind.FACT, statement, weight, List.of(turn.id()), null)));
            }
        }
        return List.copyOf(found);
    }
}
