package ai.novacore.application.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.application.model.port.out.FactExtractor.Candidate;
import ai.novacore.application.model.port.out.FactExtractor.Material;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Facts are extracted when no question is answered or waits. */
class ExtractingInQuietMoments extends FactExtractorContract {
    private static final String MODEL = "first";
    private static final Material NOTHING = new Material(MODEL, List.of(), List.of());

    private final ModelQueue queue = new ModelQueue(1, 1, Duration.ofMinutes(1), new SimpleMeterRegistry());
    private final FactExtractor extractor = new QueueingFactExtractor(ExtractingInQuietMoments::everyPrompt, queue);

    @Override
    protected FactExtractor extractor() {
        return extractor;
    }

    @Override
    protected String knownModel() {
        return MODEL;
    }

    private static List<Candidate> everyPrompt(Material material, Duration within) {
        return material.turns().stream()
                .map(turn -> new Candidate(MemoryKind.FACT, turn.prompt(), 0.5, List.of(turn.id()), null))
                .toList();
    }

    @Test
    void waitsWhileAQuestionIsAnswered() throws Exception {
        CompletableFuture<List<Candidate>> found;
        try (Place answer = queue.enter(MODEL, new UserId("usr_mira"))) {
            assertThat(answer.position()).isEqualTo(Place.TURN);
            found = CompletableFuture.supplyAsync(
                    () -> extractor.extract(NOTHING, Duration.ofMinutes(1)),
                    work -> Thread.ofVirtual().start(work));
            assertThat(found).isNotDone();
            assertThat(queue.waiting(MODEL)).isZero();
        }
        assertThat(found.get(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(queue.running(MODEL)).isZero();
    }

    @Test
    void givesUpWhenTheModelIsNeverIdle() {
        try (Place answer = queue.enter(MODEL, new UserId("usr_mira"))) {
            assertThat(answer.position()).isEqualTo(Place.TURN);
            assertThatThrownBy(() -> extractor.extract(NOTHING, Duration.ofMillis(1)))
                    .isInstanceOfSatisfying(
                            ModelFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE));
        }
    }

    @Test
    void wouldNotBePossibleWithAnExtractorThatFindsNothing() {
        ContractSelfCheck.assertFails(FindingNothing.class);
    }

    static class FindingNothing extends FactExtractorContract {
        @Override
        protected FactExtractor extractor() {
            return (material, within) -> List.of();
        }

        @Override
        protected String knownModel() {
            return MODEL;
        }
    }
}
