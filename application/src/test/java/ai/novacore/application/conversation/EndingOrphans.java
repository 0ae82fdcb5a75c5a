package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static ai.novacore.application.conversation.ChatFixture.MODEL;
import static ai.novacore.application.conversation.ChatFixture.NODE;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.out.OpenTurnStore.OpenTurn;
import ai.novacore.application.conversation.port.out.OpenTurnStore.Progress;
import ai.novacore.application.quota.TierExamples;
import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.GivenContext;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingOrphans {
    private static final ConversationId CONVERSATION = new ConversationId("cnv_1");
    private static final TurnId TURN = new TurnId("trn_1");
    private static final String OTHER = "node-2";

    private final ChatFixture fixture = new ChatFixture();
    private final InMemoryNodes nodes = new InMemoryNodes();
    private final EndOrphanedTurns sweep = on(NODE, fixture.running);
    private final EndOrphanedTurns otherSweep = on(OTHER, new RunningTurns());

    @Test
    void endsTheTurnOfADeadNodeOnce() {
        startedOn(OTHER);
        assertThat(sweep.endOrphans()).isEqualTo(1);
        TurnInterrupted ended = fixture.only(TurnInterrupted.class);
        assertThat(ended.turn()).isEqualTo(TURN);
        assertThat(ended.reason()).isEqualTo("node_lost");
        assertThat(ended.reply().value()).isEmpty();
        assertThat(ended.usage()).isEqualTo(new TokenUsage(100, 0));
        assertThat(fixture.commands.transactions().getLast()).containsExactly("UsageSettled", "TurnInterrupted");
        fixture.follow();
        assertThat(sweep.endOrphans()).isZero();
    }

    @Test
    void chargesTheDayThatTheTurnStartedOn() {
        startedOn(OTHER);
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(sweep.endOrphans()).isEqualTo(1);
        assertThat(fixture.only(UsageSettled.class).id()).isEqualTo(QuotaId.on(MIRA, NOON));
    }

    @Test
    void leavesTheTurnsOfLivingNodesAlone() {
        startedOn(OTHER);
        otherSweep.renewLease();
        assertThat(sweep.endOrphans()).isZero();
        assertThat(fixture.all(TurnInterrupted.class)).isEmpty();
    }

    @Test
    void takesOverWhenTheLeaseHasRunOut() {
        startedOn(OTHER);
        otherSweep.renewLease();
        fixture.clock.advance(EndOrphanedTurns.LEASE);
        assertThat(sweep.endOrphans()).isEqualTo(1);
    }

    @Test
    void endsOwnTurnsThatNobodyIsAnswering() {
        startedOn(NODE);
        sweep.renewLease();
        assertThat(sweep.endOrphans()).isEqualTo(1);
        assertThat(fixture.only(TurnInterrupted.class).turn()).isEqualTo(TURN);
    }

    @Test
    void leavesOwnTurnsAloneThatAreBeingAnswered() {
        startedOn(NODE);
        fixture.running.add(new LiveTurn(new Begun(CONVERSATION, TURN, MODEL, List.of()), MIRA, false));
        assertThat(sweep.endOrphans()).isZero();
        assertThat(fixture.all(TurnInterrupted.class)).isEmpty();
    }

    @Test
    void keepsWhatTheNodeHadSaved() {
        startedOn(OTHER);
        fixture.openTurns.save(List.of(new Progress(TURN, "A c", 2)));
        assertThat(sweep.endOrphans()).isEqualTo(1);
        TurnInterrupted ended = fixture.only(TurnInterrupted.class);
        assertThat(ended.reply().value()).isEqualTo("A c");
        assertThat(ended.usage()).isEqualTo(new TokenUsage(100, 2));
    }

    @Test
    void endsATurnOnceWhenTwoNodesFindItAtOnce() {
        startedOn("node-3");
        OpenTurn found = fixture.openTurns.find(TURN).orElseThrow();
        assertThat(sweep.endOrphans()).isEqualTo(1);
        fixture.openTurns.open(found);
        assertThat(otherSweep.endOrphans()).isEqualTo(1);
        assertThat(fixture.all(TurnInterrupted.class)).hasSize(1);
        assertThat(fixture.all(UsageSettled.class)).hasSize(1);
        assertThat(fixture.openTurns.find(TURN)).isEmpty();
    }

    private EndOrphanedTurns on(String node, RunningTurns running) {
        return new EndOrphanedTurns(fixture.openTurns, nodes, running, fixture.commands, fixture.clock, node);
    }

    private void startedOn(String node) {
        Actor mira = Actor.member(MIRA);
        new TurnLedger(fixture.commands, fixture.openTurns, fixture.clock)
                .begin(
                        new ReserveUsage(
                                QuotaId.on(MIRA, NOON),
                                mira,
                                NOON,
                                TierExamples.LIMITS.allowance(Tier.FREE),
                                TURN,
                                100,
                                1_024,
                                32),
                        new StartTurn(
                                CONVERSATION,
                                mira,
                                NOON,
                                MIRA,
                                TURN,
                                new PersonalText("Cats"),
                                new PersonalText("Who purrs?"),
                                MODEL,
                                List.of(),
                                node,
                                new GivenContext(new PersonalText("You are Nova."), List.of()),
                                null),
                        () -> {},
                        () -> {});
        fixture.follow();
    }
}
