package ai.novacore.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.KeepDecisionUseCase.About;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Filter;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class KeepingDecisions {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId SUPPORTER = new UserId("usr_sue");
    private final ManualClock clock = new ManualClock();
    private final KeepDecisions decisions =
            new KeepDecisions(new InMemoryPolicyDecisions(), new IdGenerator(clock), clock);

    @Test
    void keepsWhatWasDecidedAboutATurn() {
        ConversationId conversation = new ConversationId("cnv_1");
        TurnId turn = new TurnId("trn_1");
        decisions.keep(
                new About(Direction.PROMPT, MIRA, conversation, turn),
                new Verdict(Decision.BLOCK, List.of(ExamplePolicy.CATS, ExamplePolicy.DOGS), "v1", "rules"));

        PolicyDecision kept = only();
        assertThat(kept.id()).startsWith("pol_");
        assertThat(kept)
                .isEqualTo(new PolicyDecision(
                        kept.id(),
                        clock.instant(),
                        MIRA,
                        conversation,
                        turn,
                        Direction.PROMPT,
                        Decision.BLOCK,
                        List.of("cats", "dogs"),
                        "v1",
                        "rules"));
    }

    @Test
    void keepsWhatServicesAsk() {
        JudgeText judge = new JudgeText(
                ExamplePolicy.of(ExamplePolicy.flag(1, "dog")), null, WhenJudgeFails.BLOCK, new SimpleMeterRegistry());

        Verdict verdict = new EvaluateText(judge, decisions).evaluate(null, "a dog");

        assertThat(verdict.decision()).isEqualTo(Decision.FLAG);
        assertThat(only().direction()).isEqualTo(Direction.EVALUATION);
        assertThat(only().user()).isNull();
    }

    @Test
    void tellsWhoReads() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger("ai.novacore.security");
        lines.start();
        log.addAppender(lines);
        try {
            decisions.read(SUPPORTER, "ticket 4711", new Filter(MIRA, null), PageRequest.first(10));
            decisions.read(SUPPORTER, "weekly look", new Filter(null, null), PageRequest.first(10));
        } finally {
            log.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(line -> Objects.requireNonNull(line.getKeyValuePairs()).stream()
                        .map(pair -> pair.key + "=" + pair.value)
                        .toList())
                .containsExactly(
                        List.of(
                                "event=policy_decisions_read",
                                "reader=usr_sue",
                                "reason=ticket 4711",
                                "subject=usr_mira"),
                        List.of("event=policy_decisions_read", "reader=usr_sue", "reason=weekly look"));
    }

    private PolicyDecision only() {
        List<PolicyDecision> all = decisions
                .read(SUPPORTER, "test", new Filter(null, null), PageRequest.first(10))
                .items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
