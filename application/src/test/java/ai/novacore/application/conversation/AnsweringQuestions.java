package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static ai.novacore.application.conversation.ChatFixture.MODEL;
import static ai.novacore.application.conversation.ChatFixture.NODE;
import static ai.novacore.application.conversation.ChatFixture.NOOR;
import static ai.novacore.application.conversation.ChatFixture.question;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Finish;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.model.port.out.Prompt.Message;
import ai.novacore.application.model.port.out.Prompt.Speaker;
import ai.novacore.application.quota.port.in.UsageQuery.Resource;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.conversation.ConversationCommand.DeleteConversation;
import ai.novacore.domain.conversation.ConversationEvent.ConversationStarted;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.GivenContext;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnsweringQuestions {
    private final ChatFixture fixture = new ChatFixture();
    private final RecordingReader reader = new RecordingReader();

    @Test
    void beginsTheTurnBeforeTheFirstPiece() {
        fixture.model.answers("A ", "cat.");
        Ended ended = fixture.ask("Who purrs?", reader);
        assertThat(reader.heard).startsWith("begun", "A ");
        assertThat(reader.said()).isEqualTo("A cat.");
        assertThat(ended.begun()).isEqualTo(reader.begun.getFirst());
        assertThat(ended.reply()).isEqualTo("A cat.");
        assertThat(ended.finish()).isEqualTo(Finish.STOP);
    }

    @Test
    void hasTheQuestionInTheLogWhenItBegins() {
        List<Integer> recorded = new ArrayList<>();
        fixture.ask("Who purrs?", new RecordingReader() {
            @Override
            public void begun(Begun turn) {
                recorded.add(fixture.all(TurnStarted.class).size());
            }
        });
        assertThat(recorded).containsExactly(1);
    }

    @Test
    void recordsTurnAndPriceTogether() {
        fixture.ask("Who purrs?", reader);
        assertThat(fixture.commands.transactions())
                .containsExactly(
                        List.of("QuotaOpened", "UsageReserved", "ConversationStarted", "TurnStarted"),
                        List.of("UsageSettled", "TurnCompleted"));
    }

    @Test
    void recordsWhatWasAskedAndAnswered() {
        fixture.model.answersCounting(40, "A ", "cat.");
        Ended ended = fixture.ask("Who purrs?", reader);
        Begun begun = ended.begun();
        PersonalText question = new PersonalText("Who purrs?");
        String instructions =
                fixture.model.prompts().getLast().messages().getFirst().text();
        GivenContext given = new GivenContext(new PersonalText(instructions), List.of());
        TokenUsage used = new TokenUsage(40, 2);
        assertThat(fixture.log.events(begun.conversation()))
                .containsExactly(
                        new ConversationStarted(begun.conversation(), NOON, MIRA, question),
                        new TurnStarted(
                                begun.conversation(),
                                NOON,
                                MIRA,
                                begun.turn(),
                                question,
                                MODEL,
                                List.of(),
                                NODE,
                                given),
                        new TurnCompleted(
                                begun.conversation(),
                                NOON,
                                MIRA,
                                begun.turn(),
                                new PersonalText("A cat."),
                                FinishReason.STOP,
                                used));
        UsageSettled settled = fixture.only(UsageSettled.class);
        assertThat(List.of(settled.inputTokens(), settled.outputTokens())).containsExactly(40L, 2L);
        assertThat(ended.usage()).isEqualTo(used);
    }

    @Test
    void tellsWhatIsLeft() {
        fixture.model.answersCounting(40, "A ", "cat.");
        Ended ended = fixture.ask("Who purrs?", reader);
        assertThat(ended.quota().resources())
                .containsEntry("messages", new Resource(50, 1, 0, 49))
                .containsEntry("tokens", new Resource(50_000, 42, 0, 49_958));
    }

    @Test
    void endsAtTheCapThatWasGranted() {
        String[] pieces = Collections.nCopies(1_100, "a ").toArray(String[]::new);
        fixture.model.answers(pieces);
        Ended ended = fixture.ask("Say it again", reader);
        assertThat(ended.finish()).isEqualTo(Finish.LENGTH);
        assertThat(ended.usage().outputTokens()).isEqualTo(1_024);
        assertThat(fixture.only(TurnCompleted.class).finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void goesByTheTierOfTheAccount() {
        fixture.accounts.save(new Account(
                MIRA, "mira@example.org", "Mira", null, Tier.PRO, List.of(), Account.Standing.ACTIVE, Instant.EPOCH));
        fixture.ask("Who purrs?", reader);
        assertThat(fixture.model.prompts().getFirst().maxOutputTokens()).isEqualTo(4_096);
        assertThat(fixture.only(UsageReserved.class).outputTokens()).isEqualTo(4_096);
        assertThat(fixture.counted("chat.messages", "user_tier", "pro", "model", MODEL))
                .isEqualTo(1);
    }

    @Test
    void goesOnWithWhatWasSaid() {
        fixture.model.answers("A cat.").answers("Mice.");
        ConversationId conversation = fixture.ask("Who purrs?", reader).begun().conversation();
        Ended ended = fixture.chat.ask(question("What does it eat?", conversation), reader);
        assertThat(ended.begun().conversation()).isEqualTo(conversation);
        assertThat(fixture.all(ConversationStarted.class)).hasSize(1);
        assertThat(fixture.model.prompts().getLast().messages())
                .element(0)
                .extracting(Message::speaker)
                .isEqualTo(Speaker.SYSTEM);
        assertThat(fixture.model.prompts().getLast().messages())
                .endsWith(
                        new Message(Speaker.MEMBER, "Who purrs?"),
                        new Message(Speaker.ASSISTANT, "A cat."),
                        new Message(Speaker.MEMBER, "What does it eat?"));
    }

    @Test
    void quotesWhatIsRememberedWithItsDay() {
        fixture.remember("mem_1", "Mira's cat is called Plum", Instant.parse("2025-12-24T18:00:00Z"));
        Ended ended = fixture.ask("What is my cat called?", reader);
        Prompt prompt = fixture.model.prompts().getFirst();
        assertThat(prompt.messages().getFirst().text()).contains("- (2025-12-24) Mira's cat is called Plum\n");
        assertThat(prompt.memories()).containsExactly("Mira's cat is called Plum");
        assertThat(ended.begun().memoriesUsed())
                .singleElement()
                .satisfies(used -> assertThat(used.id().value()).isEqualTo("mem_1"));
        assertThat(fixture.only(TurnStarted.class).memoriesUsed())
                .isEqualTo(ended.begun().memoriesUsed());
        assertThat(fixture.meters.get("memory.context.size").summary().totalAmount())
                .isEqualTo(25);
    }

    @Test
    void leavesMemoriesOutWhenAsked() {
        fixture.remember("mem_1", "Mira's cat is called Plum", NOON);
        Ended ended = fixture.chat.ask(
                new Question(MIRA, "What is my cat called?", null, null, false, false, null, null), reader);
        assertThat(ended.begun().memoriesUsed()).isEmpty();
        assertThat(fixture.model.prompts().getFirst().messages().toString()).doesNotContain("Plum");
    }

    @Test
    void goesWithoutMemoriesWhenTheyCannotBeFound() {
        fixture.remember("mem_1", "Mira's cat is called Plum", NOON);
        AskQuestion chat = fixture.chat(new FailingEmbedder(), fixture.model);
        Ended ended = chat.ask(question("What is my cat called?", null), reader);
        assertThat(ended.finish()).isEqualTo(Finish.STOP);
        assertThat(ended.begun().memoriesUsed()).isEmpty();
    }

    @Test
    void refusesAConversationThatIsNotThere() {
        assertNotFound(question("Who purrs?", new ConversationId("cnv_none")));
        assertThat(fixture.log.commands()).isEmpty();
    }

    @Test
    void refusesSomebodyElsesConversation() {
        ConversationId conversation = fixture.ask("Who purrs?", reader).begun().conversation();
        int before = fixture.log.commands().size();
        assertNotFound(new Question(NOOR, "What did she ask?", conversation, null, true, false, null, null));
        assertThat(fixture.log.commands()).hasSize(before);
    }

    @Test
    void reservesNothingForAConversationThatWasJustDeleted() {
        ConversationId conversation = fixture.ask("Who purrs?", reader).begun().conversation();
        fixture.log.dispatch(new DeleteConversation(conversation, Actor.member(MIRA), NOON, MIRA));
        assertNotFound(question("And who barks?", conversation));
        assertThat(fixture.all(UsageReserved.class)).hasSize(1);
        assertThat(fixture.running.count()).isZero();
    }

    @Test
    void asksTheModelThatWasChosen() {
        fixture.chat.ask(new Question(MIRA, "Who purrs?", null, "mistral", true, false, null, null), reader);
        assertThat(fixture.model.prompts().getFirst().model()).isEqualTo("mistral");
        assertThat(fixture.only(TurnStarted.class).model()).isEqualTo("mistral");
    }

    @Test
    void recordsNothingForAModelThatIsNotThere() {
        assertThatThrownBy(() -> fixture.chat.ask(
                        new Question(MIRA, "Who purrs?", null, "hal", true, false, null, null), reader))
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND));
        assertThat(fixture.log.commands()).isEmpty();
        assertThat(reader.heard).isEmpty();
    }

    @Test
    void countsTurnsAndTokens() {
        fixture.model.answersCounting(40, "A ", "cat.");
        fixture.ask("Who purrs?", reader);
        assertThat(fixture.counted("chat.messages", "user_tier", "free", "model", MODEL))
                .isEqualTo(1);
        assertThat(fixture.counted("chat.tokens", "direction", "input", "user_tier", "free"))
                .isEqualTo(40);
        assertThat(fixture.counted("chat.tokens", "direction", "output", "user_tier", "free"))
                .isEqualTo(2);
        assertThat(fixture.meters.get("chat.latency").timer().count()).isEqualTo(1);
        assertThat(fixture.meters.get("ollama.latency").timer().count()).isEqualTo(1);
    }

    @Test
    void neverShowsTheMessageOfAQuestion() {
        assertThat(question("Who purrs?", null)).hasToString("Question[usr_mira, 10 characters]");
    }

    private void assertNotFound(Question question) {
        assertThatThrownBy(() -> fixture.chat.ask(question, reader))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("not_found"));
    }
}
