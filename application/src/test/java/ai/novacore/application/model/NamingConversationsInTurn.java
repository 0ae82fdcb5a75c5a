package ai.novacore.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.model.port.out.TitleModel;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamingConversationsInTurn extends TitleModelContract {
    private final FixedTitles fixed = new FixedTitles("first");
    private final ModelQueue queue = new ModelQueue(1, 1, Duration.ofMinutes(1), new SimpleMeterRegistry());
    private final TitleModel titles = new QueueingTitleModel(fixed, queue);

    @Override
    protected TitleModel titles() {
        return titles;
    }

    @Override
    protected String knownModel() {
        return "first";
    }

    @Test
    void doesWithoutATitleWhenTheModelIsBusy() {
        try (Place answer = queue.enter("first", new UserId("usr_mira"))) {
            assertThat(answer.position()).isEqualTo(Place.TURN);
            assertThat(titles.title("first", "Well?", "Yes.")).isEmpty();
            assertThat(fixed.questions()).isEmpty();
        }
        assertThat(titles.title("first", "Well?", "Yes.")).isPresent();
        assertThat(queue.running("first")).isZero();
    }

    @Test
    void wouldNotBePossibleWithAModelThatDoesNothing() {
        ContractSelfCheck.assertFails(DoingNothing.class);
    }

    static class DoingNothing extends TitleModelContract implements TitleModel {
        @Override
        public Optional<String> title(String model, String question, String answer) {
            return Optional.empty();
        }

        @Override
        protected TitleModel titles() {
            return this;
        }

        @Override
        protected String knownModel() {
            return "none";
        }
    }
}
