package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static ai.novacore.application.conversation.ChatFixture.MODEL;
import static ai.novacore.application.conversation.ChatFixture.NODE;
import static ai.novacore.application.conversation.ChatFixture.NOOR;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.model.port.out.Prompt.Message;
import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.ConversationEvent.TurnsSetAside;
import ai.novacore.domain.conversation.GivenContext;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A question that takes the place of an earlier one: asked once more, or in other words. */
class ReplacingTurns {
    private final ChatFixture fixture = new ChatFixture();
    private final RecordingReader reader = new RecordingReader();

    @Test
    void doesNotTellTheModelWhatIsSetAside() {
        fixture.model.answers("A cat.").answers("A dog.").answers("Mice.").answers("Fish.");
        Begun first = ask("Who purrs?", null, null);
        ConversationId conversation = first.conversation();
        Begun second = ask("And who barks?", conversation, null);
        Begun third = ask("What do cats eat?", conversation, second.turn());
        ask("What else?", conversation, null);

        assertThat(said(2)).containsExactly("Who purrs?", "A cat.", "What do cats eat?");
        assertThat(said(3)).containsExactly("Who purrs?", "A cat.", "What do cats eat?", "Mice.", "What else?");
        assertThat(fixture.all(TurnStarted.class).getLast().context())
                .isNotNull()
                .satisfies(context -> assertThat(context.saidBefore()).containsExactly(first.turn(), third.turn()));
        assertThat(fixture.only(TurnsSetAside.class))
                .isEqualTo(new TurnsSetAside(
                        conversation, NOON.plusSeconds(2), MIRA, third.turn(), List.of(second.turn())));
        assertThat(fixture.threads.summary(conversation).orElseThrow().turnCount())
                .isEqualTo(3);
    }

    @Test
    void beginsFromNothingWhenItReplacesTheFirst() {
        Begun first = ask("Who purrs?", null, null);
        ask("And who barks?", first.conversation(), null);
        ask("Who sings?", first.conversation(), first.turn());

        assertThat(said(2)).containsExactly("Who sings?");
        assertThat(fixture.only(TurnsSetAside.class).turns()).hasSize(2);
    }

    @Test
    void bringsBackNothingThatComesOnlyFromWhatIsSetAside() {
        Begun kept = ask("What do you know?", null, null);
        Begun wrong = ask("My cat is called Plum", kept.conversation(), null);
        Begun later = ask("She is four", kept.conversation(), null);
        drawnFrom("mem_wrong", "Mira's cat is called Plum", wrong);
        drawnFrom("mem_later", "Mira's cat called Plum is four", later);
        drawnFrom("mem_both", "Mira's cat is called P.", wrong, kept);
        fixture.remember("mem_none", "Mira has a cat who is called", NOON);

        ask("My cat is called Pear", kept.conversation(), wrong.turn());
        assertThat(used()).containsExactlyInAnyOrder("mem_both", "mem_none");

        ask("What is my cat called?", null, null);
        assertThat(used()).containsExactlyInAnyOrder("mem_both", "mem_none");
    }

    @Test
    void isRefusedWhereTheTurnIsNotToBeFound() {
        Begun here = ask("Who purrs?", null, null);
        Begun elsewhere = ask("Who barks?", null, null);

        assertRefused("not_found", question(MIRA, here.conversation(), new TurnId("trn_none")));
        assertRefused("not_found", question(MIRA, here.conversation(), elsewhere.turn()));
        assertRefused("not_found", question(MIRA, null, here.turn()));
        assertRefused("not_found", question(NOOR, here.conversation(), here.turn()));
    }

    @Test
    void isRefusedWhileAnAnswerIsBeingGiven() {
        Begun first = ask("Who purrs?", null, null);
        TurnId open = new TurnId("trn_open");
        fixture.commands.dispatch(new StartTurn(
                first.conversation(),
                Actor.member(MIRA),
                fixture.clock.instant(),
                MIRA,
                open,
                new PersonalText("?"),
                new PersonalText("And?"),
                MODEL,
                List.of(),
                NODE,
                new GivenContext(new PersonalText("You are Nova."), List.of()),
                null));

        assertRefused("turn_in_progress", question(MIRA, first.conversation(), open));
        assertRefused("turn_in_progress", question(MIRA, first.conversation(), first.turn()));
    }

    @Test
    void isRefusedWhereItWasReplacedBefore() {
        Begun first = ask("Who purrs?", null, null);
        ask("Who barks?", first.conversation(), first.turn());

        assertRefused("turn_set_aside", question(MIRA, first.conversation(), first.turn()));
    }

    @Test
    void isAnotherQuestionThanOneThatGoesOn() {
        Begun first = ask("Who purrs?", null, null);
        ConversationId conversation = first.conversation();
        Question asked = new Question(MIRA, "Who barks?", conversation, null, true, false, "key-1", first.turn());
        fixture.chat.ask(asked, reader);
        fixture.chat.ask(asked, reader);
        assertThat(fixture.all(TurnsSetAside.class)).hasSize(1);

        assertRefused(
                "idempotency_key_reused",
                new Question(MIRA, "Who barks?", conversation, null, true, false, "key-1", null));
    }

    private Begun ask(String message, @Nullable ConversationId conversation, @Nullable TurnId replaces) {
        Question question = new Question(MIRA, message, conversation, null, true, false, null, replaces);
        Begun begun = fixture.chat.ask(question, reader).begun();
        fixture.follow();
        fixture.clock.advance(Duration.ofSeconds(1));
        return begun;
    }

    private static Question question(UserId user, @Nullable ConversationId conversation, TurnId replaces) {
        return new Question(user, "Who barks?", conversation, null, true, false, null, replaces);
    }

    private void assertRefused(String code, Question question) {
        int reserved = fixture.all(UsageReserved.class).size();
        assertThatThrownBy(() -> fixture.chat.ask(question, reader))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
        assertThat(fixture.all(UsageReserved.class)).hasSize(reserved);
        assertThat(fixture.running.count()).isZero();
    }

    /** What the model was told by the prompt of this number, without its instructions. */
    private List<String> said(int number) {
        return fixture.model.prompts().get(number).messages().stream()
                .skip(1)
                .map(Message::text)
                .toList();
    }

    private List<String> used() {
        return fixture.all(TurnStarted.class).getLast().memoriesUsed().stream()
                .map(memory -> memory.id().value())
                .toList();
    }

    private void drawnFrom(String id, String text, Begun... turns) {
        MemoryItem item = fixture.remember(id, text, NOON);
        fixture.shelf.save(new MemoryItem(
                item.id(),
                item.owner(),
                item.tier(),
                item.kind(),
                item.content(),
                item.importance(),
                item.createdAt(),
                item.occurredAt(),
                item.thread(),
                item.lastRecalledAt(),
                item.recalls(),
                List.of(turns).stream()
                        .map(turn -> new Evidence(turn.conversation(), turn.turn()))
                        .toList(),
                item.status(),
                item.supersededBy()));
    }
}
