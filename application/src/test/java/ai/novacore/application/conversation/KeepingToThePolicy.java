package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.PolicyBlocked;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Filter;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.quota.QuotaEvent.UsageReleased;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepingToThePolicy {
    private final ChatFixture fixture = new ChatFixture();
    private final RecordingReader reader = new RecordingReader();

    @Test
    void asksNoModelWhatMustNotBeAsked() {
        assertThatThrownBy(() -> fixture.ask("How do I keep a fire dragon?", reader))
                .isInstanceOfSatisfying(
                        PolicyBlocked.class,
                        blocked -> assertThat(blocked.verdict().principleIds()).containsExactly("dragons"));
        assertThat(fixture.model.calls()).isZero();
        assertThat(fixture.log.events()).isEmpty();
        assertThat(decisions()).singleElement().satisfies(kept -> {
            assertThat(kept.direction()).isEqualTo(Direction.PROMPT);
            assertThat(kept.decision()).isEqualTo(Decision.BLOCK);
            assertThat(kept.user()).isEqualTo(MIRA);
            assertThat(kept.turn()).isNull();
        });
    }

    @Test
    void keepsWhatWasDecidedAboutQuestionAndAnswer() {
        fixture.model.answers("A wyvern ", "purrs.");
        fixture.ask("Who purrs?", reader);
        assertThat(decisions())
                .extracting(PolicyDecision::direction, PolicyDecision::decision, PolicyDecision::principles)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Direction.PROMPT, Decision.ALLOW, List.of()),
                        org.assertj.core.groups.Tuple.tuple(Direction.ANSWER, Decision.FLAG, List.of("wyverns")));
        assertThat(decisions())
                .allSatisfy(kept -> assertThat(kept.turn())
                        .isEqualTo(fixture.only(TurnStarted.class).turn()));
    }

    @Test
    void stopsAnAnswerBeforeAnybodyReadsWhatIsBlocked() {
        fixture.model.answers("It was ", "a f", "ire drag", "on, you ", "know.");
        assertThatThrownBy(() -> fixture.ask("Who purrs?", reader)).isInstanceOf(PolicyBlocked.class);
        assertThat(reader.said()).isEqualTo("It was a ");
        TurnInterrupted ended = fixture.only(TurnInterrupted.class);
        assertThat(ended.reason()).isEqualTo("policy_blocked");
        assertThat(ended.reply().value()).isEqualTo("It was a ");
        assertThat(ended.usage().outputTokens()).isEqualTo(4);
        assertThatThrownBy(() -> fixture.chat.follow(MIRA, ended.turn(), 0, new RecordingReader()))
                .isInstanceOf(PolicyBlocked.class);
    }

    @Test
    void chargesNothingWhenNothingOfAnAnswerMayBeRead() {
        fixture.model.answers("Fire ", "dragon");
        assertThatThrownBy(() -> fixture.ask("Who purrs?", reader)).isInstanceOf(PolicyBlocked.class);
        assertThat(fixture.only(TurnFailed.class).code()).isEqualTo("policy_blocked");
        assertThat(fixture.only(UsageReleased.class).reason()).isEqualTo("policy_blocked");
    }

    @Test
    void showsTheWholeOfAnAnswerWhoseEndOnlyLookedSuspicious() {
        fixture.model.answers("It sat by the ", "fire");
        assertThat(fixture.ask("Who purrs?", reader).reply()).isEqualTo("It sat by the fire");
        assertThat(reader.said()).isEqualTo("It sat by the fire");
    }

    private List<PolicyDecision> decisions() {
        return fixture.decisions
                .list(new Filter(null, null), PageRequest.first(10))
                .items();
    }
}
