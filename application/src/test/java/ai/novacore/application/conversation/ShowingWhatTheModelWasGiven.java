package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.question;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.axon.MaskingJson;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.model.port.out.Prompt.Message;
import ai.novacore.application.model.port.out.Prompt.Speaker;
import ai.novacore.application.shared.InMemoryPersonalKeys;
import ai.novacore.application.support.InMemoryHistoryLog;
import ai.novacore.application.support.history.PromptsGiven;
import ai.novacore.application.support.port.in.GivenPromptQuery;
import ai.novacore.application.support.port.in.GivenPromptQuery.GivenMessage;
import ai.novacore.application.support.port.in.GivenPromptQuery.GivenPrompt;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowingWhatTheModelWasGiven {
    private final ChatFixture fixture = new ChatFixture();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isWhatItWasGivenToTheLetter(long seed) {
        Random random = new Random(seed);
        fixture.remember("mem_cat", "Mira's cat is called Tiger.", NOON);
        List<TurnId> turns = new ArrayList<>();
        ConversationId conversation = null;
        for (int n = 0; n < 12; n++) {
            if (random.nextInt(4) == 0) {
                fixture.model.answers();
            } else {
                // Some so long that older turns no longer fit.
                fixture.model.answers("Purr ".repeat(1 + random.nextInt(900)));
            }
            Ended ended =
                    fixture.chat.ask(question("What does cat " + n + " say?", conversation), new RecordingReader());
            conversation = ended.begun().conversation();
            turns.add(ended.begun().turn());
            fixture.follow();
        }

        List<Prompt> given = fixture.model.prompts();
        assertThat(given).hasSameSizeAs(turns);
        assertThat(given.getLast().messages().size()).isLessThan(2 * turns.size());
        for (int n = 0; n < turns.size(); n++) {
            GivenPrompt shown = prompts().prompt(fixture.conversation(), turns.get(n), true);
            assertThat(shown.complete()).isTrue();
            assertThat(shown.messages().stream()
                            .map(message -> new Message(message.speaker(), message.text()))
                            .toList())
                    .isEqualTo(given.get(n).messages());
            assertThat(shown.memories())
                    .extracting(RecalledMemory::id)
                    .extracting("value")
                    .containsExactly("mem_cat");
        }
    }

    @Test
    void masksEveryMessage() {
        TurnId turn = fixture.ask("Who purrs?", new RecordingReader()).begun().turn();

        assertThat(prompts().prompt(fixture.conversation(), turn, false).messages())
                .hasSize(2)
                .contains(new GivenMessage(Speaker.MEMBER, "[masked: 10 characters]"))
                .allSatisfy(message -> assertThat(message.text()).startsWith("[masked: "));
    }

    @Test
    void saysWhereItWasNotKept() {
        ConversationId conversation = new ConversationId("cnv_old");
        InMemoryHistoryLog log = new InMemoryHistoryLog();
        log.append(new TurnStarted(
                conversation,
                NOON,
                ChatFixture.MIRA,
                new TurnId("trn_old"),
                new PersonalText("Who purrs?"),
                "llama3.2",
                List.of(),
                "node-1",
                null));

        GivenPrompt shown = new PromptsGiven(log, new MaskingJson(new InMemoryPersonalKeys()))
                .prompt(conversation, new TurnId("trn_old"), true);

        assertThat(shown.complete()).isFalse();
        assertThat(shown.messages()).containsExactly(new GivenMessage(Speaker.MEMBER, "Who purrs?"));
    }

    @Test
    void knowsNoTurnOfAnotherConversation() {
        fixture.ask("Who purrs?", new RecordingReader());

        assertThatThrownBy(() -> prompts().prompt(fixture.conversation(), new TurnId("trn_other"), true))
                .isInstanceOf(DomainRejection.class);
    }

    private GivenPromptQuery prompts() {
        InMemoryHistoryLog log = new InMemoryHistoryLog();
        fixture.log.events().forEach(log::append);
        return new PromptsGiven(log, new MaskingJson(new InMemoryPersonalKeys()));
    }
}
