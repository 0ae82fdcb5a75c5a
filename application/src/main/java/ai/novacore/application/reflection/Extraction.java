package ai.novacore.application.reflection;

import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.application.model.port.out.FactExtractor.Candidate;
import ai.novacore.application.model.port.out.FactExtractor.Known;
import ai.novacore.application.model.port.out.FactExtractor.Material;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.UnusableReply;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Asks for what a window of turns yields, beside what is remembered already and may be about the same. */
final class Extraction {
    private static final int MOST_KNOWN = 20;
    private static final int LONGEST_QUESTION = 2_000;

    private final FactExtractor extractor;
    private final Likeness likeness;
    private final ReflectionMetrics metrics;

    Extraction(FactExtractor extractor, Likeness likeness, ReflectionMetrics metrics) {
        this.extractor = extractor;
        this.likeness = likeness;
        this.metrics = metrics;
    }

    /**
     * Nothing when the model says nothing that can be read, or cannot read that much: it would be the same the next time.
     *
     * @throws ModelFailure for any other reason why there is no answer
     */
    List<Candidate> from(UserId owner, List<Said> window, String model, long contextTokens, Duration within) {
        Material material = new Material(
                model,
                window.stream().map(turn -> Windows.shown(turn, contextTokens)).toList(),
                known(owner, window));
        try {
            List<Candidate> found = extractor.extract(material, within);
            metrics.window("read");
            return found;
        } catch (UnusableReply _) {
            metrics.window("broken");
        } catch (ModelFailure failure) {
            if (failure.kind() != ModelFailure.Kind.TOO_LONG) {
                throw failure;
            }
            metrics.window("too_long");
        }
        return List.of();
    }

    private List<Known> known(UserId owner, List<Said> window) {
        String said = window.stream().map(Said::prompt).collect(Collectors.joining("\n"));
        String question = said.substring(Math.max(0, said.length() - LONGEST_QUESTION));
        return likeness.near(owner, question).stream()
                .limit(MOST_KNOWN)
                .map(item -> new Known(item.id(), item.content()))
                .toList();
    }
}
