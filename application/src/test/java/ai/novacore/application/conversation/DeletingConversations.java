package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static ai.novacore.application.conversation.ChatFixture.NOOR;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Finish;
import ai.novacore.application.model.ScriptedChatModel.Hold;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.conversation.ConversationEvent.ConversationDeleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.GivenContext;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DeletingConversations {
    private static final Allowance ALLOWANCE = new Allowance(Tier.FREE, 500, 500_000);

    private final ChatFixture fixture = new ChatFixture();
    private final DeleteConversations deletion = new DeleteConversations(
            fixture.threads, fixture.running, fixture.openTurns, fixture.commands, fixture.readModels, fixture.clock);

    @Test
    void deletesEveryConversationOfAPerson() {
        for (int i = 0; i < 101; i++) {
            start("cnv_" + i, MIRA, "trn_" + i);
        }
        start("cnv_others", NOOR, "trn_others");

        deletion.deleteAll(MIRA);

        assertThat(conversations(MIRA)).isZero();
        assertThat(conversations(NOOR)).isEqualTo(1);
        assertThat(fixture.all(ConversationDeleted.class)).hasSize(101);
    }

    @Test
    void settlesATurnThatAnotherNodeIsAnswering() {
        start("cnv_1", MIRA, "trn_1");

        deletion.deleteAll(MIRA);

        assertThat(fixture.only(TurnInterrupted.class).reason()).isEqualTo("account_closing");
        assertThat(fixture.only(UsageSettled.class).outputTokens()).isZero();
        assertThat(fixture.usage.find(QuotaId.on(MIRA, NOON)))
                .hasValueSatisfying(day ->
                        assertThat(day).extracting(QuotaUsage::reservedMessages).isEqualTo(0L));
    }

    @Test
    void stopsATurnThatThisNodeIsAnswering() throws Exception {
        Hold hold = fixture.model.holds(1, "A ", "cat.");
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Ended> asking = thread.submit(() -> fixture.ask("Who purrs?", new RecordingReader()));
            hold.awaitReached();

            deletion.deleteAll(MIRA);

            assertThat(asking.get().finish()).isEqualTo(Finish.INTERRUPTED);
        }
        assertThat(fixture.all(TurnInterrupted.class)).hasSize(1);
        assertThat(fixture.all(UsageSettled.class)).hasSize(1);
        assertThat(fixture.all(ConversationDeleted.class)).hasSize(1);
        assertThat(fixture.all(TurnCompleted.class)).isEmpty();
        assertThat(conversations(MIRA)).isZero();
    }

    @Test
    void happensOnce() {
        start("cnv_1", MIRA, "trn_1");

        deletion.deleteAll(MIRA);
        deletion.deleteAll(MIRA);

        assertThat(fixture.all(ConversationDeleted.class)).hasSize(1);
    }

    @Test
    void doesNotSayThatItIsDoneWhileReadModelsAreBehind() {
        start("cnv_1", MIRA, "trn_1");
        fixture.follow();
        DeleteConversations behind = new DeleteConversations(
                fixture.threads, fixture.running, fixture.openTurns, fixture.commands, atMost -> false, fixture.clock);

        assertThatThrownBy(() -> behind.deleteAll(MIRA)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deletesOneAndSettlesWhatIsBeingAnsweredInIt() {
        start("cnv_1", MIRA, "trn_1");
        start("cnv_2", MIRA, "trn_2");
        fixture.follow();

        deletion.delete(MIRA, new ConversationId("cnv_1"));

        assertThat(fixture.only(ConversationDeleted.class).id().value()).isEqualTo("cnv_1");
        assertThat(fixture.only(TurnInterrupted.class).reason()).isEqualTo("deleted");
        assertThat(fixture.only(UsageSettled.class).turn().value()).isEqualTo("trn_1");
        assertThat(conversations(MIRA)).isEqualTo(1);
    }

    @Test
    void stopsTheModelWhenThisNodeIsAnswering() throws Exception {
        Hold hold = fixture.model.holds(1, "A ", "cat.");
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Ended> asking = thread.submit(() -> fixture.ask("Who purrs?", new RecordingReader()));
            hold.awaitReached();
            fixture.follow();

            deletion.delete(MIRA, fixture.conversation());

            assertThat(asking.get().finish()).isEqualTo(Finish.INTERRUPTED);
        }
        assertThat(fixture.all(UsageSettled.class)).hasSize(1);
        assertThat(conversations(MIRA)).isZero();
    }

    @Test
    void doesNotFindWhatIsDeletedOrSomebodyElses() {
        start("cnv_1", MIRA, "trn_1");
        fixture.follow();

        assertNotFound(NOOR, "cnv_1");
        assertThat(fixture.all(TurnInterrupted.class)).isEmpty();
        assertNotFound(MIRA, "cnv_2");
        deletion.delete(MIRA, new ConversationId("cnv_1"));
        assertNotFound(MIRA, "cnv_1");
    }

    private void assertNotFound(UserId owner, String id) {
        assertThatThrownBy(() -> deletion.delete(owner, new ConversationId(id)))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("not_found"));
    }

    private int conversations(UserId owner) {
        return fixture.threads.list(owner, null, PageRequest.first(100)).items().size();
    }

    private void start(String conversation, UserId owner, String turn) {
        new TurnLedger(fixture.commands, fixture.openTurns, fixture.clock)
                .begin(
                        new ReserveUsage(
                                QuotaId.on(owner, NOON),
                                Actor.member(owner),
                                NOON,
                                ALLOWANCE,
                                new TurnId(turn),
                                10,
                                20,
                                1),
                        new StartTurn(
                                new ConversationId(conversation),
                                Actor.member(owner),
                                NOON,
                                owner,
                                new TurnId(turn),
                                new PersonalText("Cats"),
                                new PersonalText("Who purrs?"),
                                "llama3.2",
                                List.of(),
                                "node-2",
                                new GivenContext(new PersonalText("You are Nova."), List.of()),
                                null),
                        () -> {},
                        () -> {});
    }
}
