package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static ai.novacore.application.conversation.ChatFixture.question;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.model.ScriptedChatModel.Hold;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.quota.QuotaId;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Failure case 22: midnight on two nodes while an answer is given. */
@Timeout(60)
class AnsweringOverMidnight {
    private final ChatFixture fixture = new ChatFixture();
    private final AskQuestion otherNode = fixture.onAnotherNode();

    @Test
    void chargesTheDayThatATurnBeganOnAndOpensTheNextOnce() throws Exception {
        QuotaId evening = QuotaId.on(MIRA, fixture.clock.instant());
        Hold hold = fixture.model.holds(1, "A ", "cat.");
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Ended> late = others.submit(() -> fixture.ask("Who purrs?", new RecordingReader()));
            hold.awaitReached();
            fixture.clock.advance(Duration.ofHours(13));
            QuotaId morning = QuotaId.on(MIRA, fixture.clock.instant());
            assertThat(messages(otherNode.ask(question("Who barks?", null), new RecordingReader())))
                    .isEqualTo(1);
            assertThat(messages(fixture.ask("Who sings?", new RecordingReader())))
                    .isEqualTo(2);
            hold.release();
            late.get();

            assertThat(fixture.all(QuotaOpened.class))
                    .extracting(QuotaOpened::id)
                    .containsExactly(evening, morning);
            assertThat(fixture.all(UsageSettled.class))
                    .extracting(UsageSettled::id)
                    .containsExactly(morning, morning, evening);
            fixture.follow();
            assertThat(fixture.usage.find(evening).orElseThrow().usedMessages()).isEqualTo(1);
            assertThat(fixture.usage.find(morning).orElseThrow().usedMessages()).isEqualTo(2);
            assertThat(fixture.usage.find(evening).orElseThrow().reservedMessages())
                    .isZero();
        }
    }

    private static long messages(Ended ended) {
        return Objects.requireNonNull(ended.quota().resources().get("messages")).used();
    }
}
