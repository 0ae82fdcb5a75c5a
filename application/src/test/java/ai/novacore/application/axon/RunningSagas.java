package ai.novacore.application.axon;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.saga.WhenTurnCompletedThenRemember;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.quota.TierLimits.Limits;
import ai.novacore.application.quota.saga.WhenTierChangedThenAdjustAllowance;
import ai.novacore.application.shared.Correlation;
import ai.novacore.application.shared.Saga;
import ai.novacore.application.subscription.Paying;
import ai.novacore.application.user.saga.WhenErasureRequestedThenErase;
import ai.novacore.application.user.saga.WhenUserRegisteredThenRequestVerification;
import ai.novacore.domain.conversation.ConversationCommand.CompleteTurn;
import ai.novacore.domain.conversation.ConversationCommand.DeleteConversation;
import ai.novacore.domain.conversation.ConversationCommand.FailTurn;
import ai.novacore.domain.conversation.ConversationCommand.InterruptTurn;
import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.GivenContext;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.ErasureStep;
import ai.novacore.domain.user.TokenHash;
import ai.novacore.domain.user.UserCommand.CompleteErasure;
import ai.novacore.domain.user.UserCommand.CompleteErasureStep;
import ai.novacore.domain.user.UserCommand.IssueVerificationToken;
import ai.novacore.domain.user.UserCommand.RegisterUser;
import ai.novacore.domain.user.UserCommand.RequestErasure;
import ai.novacore.domain.user.UserCommand.VerifyEmail;
import ai.novacore.domain.user.UserEvent.ErasureStepCompleted;
import ai.novacore.domain.user.UserEvent.UserErased;
import ai.novacore.domain.user.UserEvent.VerificationRequested;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each saga in its shell: it begins, does what it is for, and is over when it is over. */
class RunningSagas {
    private static final EmailAddress ADDRESS = new EmailAddress("ada@example.org");
    private static final ConversationId TEA = new ConversationId("cnv_tea");
    private static final TurnId TURN = new TurnId("trn_1");
    private static final MemoryId USED = new MemoryId("mem_used");
    private static final PersonalText REPLY = new PersonalText("Assam.");

    private static final RegisterUser REGISTER =
            new RegisterUser(Examples.ADA, Examples.ACTOR, Examples.NOON, ADDRESS, new PersonalText("Ada"));

    @Test
    void asksForVerificationOnceAfterRegistration() {
        try (InMemoryBackbone node = InMemoryBackbone.with(new WhenUserRegisteredThenRequestVerification())) {
            new Correlation("request-1", Examples.ACTOR)
                    .run(() -> node.commands().dispatch(REGISTER));
            node.settle();

            assertThat(node.events(Examples.ADA))
                    .hasSize(2)
                    .contains(new VerificationRequested(Examples.ADA, Examples.NOON, ADDRESS));
            assertThat(node.sagas.size()).isEqualTo(1);
            assertThat(node.tail.all().getLast().getMetaData())
                    .containsEntry("correlationId", "request-1")
                    .containsEntry("actorKind", "SYSTEM")
                    .containsEntry("actorId", "registration");
        }
    }

    @Test
    void isOverWhenTheAddressIsVerified() {
        TokenHash token = new TokenHash("a".repeat(64));
        leavesNoSaga(
                new WhenUserRegisteredThenRequestVerification(),
                REGISTER,
                new IssueVerificationToken(
                        Examples.ADA, Examples.ACTOR, Examples.NOON, token, Examples.NOON.plusSeconds(60)),
                new VerifyEmail(Examples.ADA, Examples.ACTOR, Examples.NOON, token));
    }

    @Test
    void isOverWhenTheAccountIsGone() {
        List<DomainCommand> commands =
                new ArrayList<>(List.of(REGISTER, new RequestErasure(Examples.ADA, Examples.ACTOR, Examples.NOON)));
        Arrays.stream(ErasureStep.values()).map(RunningSagas::done).forEach(commands::add);
        commands.add(new CompleteErasure(Examples.ADA, Examples.ACTOR, Examples.NOON));
        leavesNoSaga(new WhenUserRegisteredThenRequestVerification(), commands.toArray(DomainCommand[]::new));
    }

    @Test
    void erasesAnAccountWhenEveryStepIsDone() {
        try (InMemoryBackbone node = InMemoryBackbone.with(new WhenErasureRequestedThenErase())) {
            node.commands().dispatch(REGISTER);
            node.commands().dispatch(new RequestErasure(Examples.ADA, Examples.ACTOR, Examples.NOON));
            Arrays.stream(ErasureStep.values())
                    .filter(step -> step != ErasureStep.BILLING)
                    .forEach(step -> node.commands().dispatch(done(step)));
            node.settle();
            assertThat(node.events(Examples.ADA)).last().isInstanceOf(ErasureStepCompleted.class);
            assertThat(node.sagas.size()).isEqualTo(1);

            node.commands().dispatch(done(ErasureStep.BILLING));
            node.settle();

            assertThat(node.events(Examples.ADA)).last().isEqualTo(new UserErased(Examples.ADA, Examples.NOON));
            assertThat(node.sagas.size()).isZero();
            assertThat(node.backbone.deadLetters().count().values()).containsOnly(0L);
        }
    }

    private static DomainCommand done(ErasureStep step) {
        return new CompleteErasureStep(Examples.ADA, Examples.ACTOR, Examples.NOON, step);
    }

    @Test
    void adjustsTheAllowanceOfTheDayWhenTheTierChanges() {
        Map<Tier, Limits> limits = Map.of(
                Tier.FREE, new Limits(50, 50_000, 1, 1, 1, 1),
                Tier.BASIC, new Limits(500, 500_000, 1, 1, 1, 1),
                Tier.PRO, new Limits(5_000, 5_000_000, 1, 1, 1, 1));
        try (InMemoryBackbone node =
                InMemoryBackbone.with(new WhenTierChangedThenAdjustAllowance(new TierLimits(limits)))) {
            node.commands().dispatch(Examples.open("ada"));
            node.commands().dispatch(Paying.forTier(Examples.ADA, Tier.BASIC, Examples.NOON));
            node.settle();

            assertThat(node.events(Examples.quota("ada")))
                    .last()
                    .isEqualTo(new AllowanceChanged(
                            Examples.quota("ada"),
                            Examples.NOON,
                            Examples.ALLOWANCE,
                            new Allowance(Tier.BASIC, 500, 500_000)));
            assertThat(node.sagas.size()).isZero();
        }
    }

    @Test
    void remembersATurnAndReinforcesWhatItUsed() {
        try (InMemoryBackbone node = InMemoryBackbone.with(new WhenTurnCompletedThenRemember())) {
            node.commands().dispatch(store(USED));
            node.commands().dispatch(start(List.of(new RecalledMemory(USED, MemoryTier.ITM, 0.9))));
            node.settle();
            assertThat(node.sagas.size()).isEqualTo(1);

            node.commands().dispatch(complete());
            node.settle();

            assertThat(node.events(new MemoryId("mem_1")))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            MemoryStored.class,
                            stored -> assertThat(stored.text().value()).contains("Which tea?", REPLY.value()));
            assertThat(node.events(USED)).last().isInstanceOf(MemoryRecalled.class);
            assertThat(node.sagas.size()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("endsOfATurn")
    void isOverWhenTheTurnIs(DomainCommand end) {
        leavesNoSaga(new WhenTurnCompletedThenRemember(), start(List.of()), end);
    }

    static List<DomainCommand> endsOfATurn() {
        return List.of(
                complete(),
                new InterruptTurn(
                        TEA, Examples.ACTOR, Examples.NOON, Examples.ADA, TURN, REPLY, "cancelled", TokenUsage.NONE),
                new FailTurn(TEA, Examples.ACTOR, Examples.NOON, Examples.ADA, TURN, "model_failed"),
                new DeleteConversation(TEA, Examples.ACTOR, Examples.NOON, Examples.ADA));
    }

    private static void leavesNoSaga(Saga<?> saga, DomainCommand... commands) {
        try (InMemoryBackbone node = InMemoryBackbone.with(saga)) {
            node.commands().dispatch(commands[0]);
            node.settle();
            assertThat(node.sagas.size()).isEqualTo(1);

            Arrays.stream(commands).skip(1).forEach(node.commands()::dispatch);
            node.settle();

            assertThat(node.sagas.size()).isZero();
            assertThat(node.backbone.deadLetters().count().values()).containsOnly(0L);
        }
    }

    private static StartTurn start(List<RecalledMemory> used) {
        return new StartTurn(
                TEA,
                Examples.ACTOR,
                Examples.NOON,
                Examples.ADA,
                TURN,
                new PersonalText("Tea"),
                new PersonalText("Which tea?"),
                "llama3.2",
                used,
                "node-1",
                new GivenContext(new PersonalText("You are Nova."), List.of()),
                null);
    }

    private static CompleteTurn complete() {
        return new CompleteTurn(
                TEA,
                Examples.ACTOR,
                Examples.NOON,
                Examples.ADA,
                TURN,
                REPLY,
                FinishReason.STOP,
                new TokenUsage(10, 5));
    }

    private static StoreMemory store(MemoryId id) {
        return new StoreMemory(
                id,
                Examples.ACTOR,
                Examples.NOON,
                Examples.ADA,
                MemoryTier.ITM,
                MemoryKind.FACT,
                new PersonalText("Likes tea."),
                0.5,
                List.of(),
                Examples.NOON,
                null,
                null);
    }
}
