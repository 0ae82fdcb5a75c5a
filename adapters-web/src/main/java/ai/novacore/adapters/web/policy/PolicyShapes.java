package ai.novacore.adapters.web.policy;

import ai.novacore.adapters.web.health.HealthReport.Status;
import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.PlainText;
import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.application.policy.port.in.PolicyHealthQuery.GuardHealth;
import ai.novacore.application.policy.port.in.PolicyHealthQuery.PolicyHealth;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the policy is asked and what it says. */
final class PolicyShapes {
    /** The longest text, in characters; as long as the longest message. */
    static final int LONGEST_TEXT = 32_000;

    private PolicyShapes() {}

    /** A text to judge. */
    @Schema(name = "PolicyRequest")
    record Evaluate(
            @NotNull(message = "is missing") @PlainText(max = Integer.MAX_VALUE, lines = true, notBlank = true)
            @Schema(maxLength = LONGEST_TEXT)
            String text) {

        /** @throws Refused when it is too long */
        String checked() {
            if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
                throw new Refused(Problem.payloadTooLarge("A text has at most " + LONGEST_TEXT + " characters."));
            }
            return text;
        }

        /** Never shows the text. */
        @Override
        public String toString() {
            return "Evaluate[" + text.length() + " characters]";
        }
    }

    /** What was decided about a text. */
    @Schema(name = "PolicyVerdict")
    record VerdictView(
            @Schema(allowableValues = {"allow", "flag", "block"})
            String decision,

            List<String> principles) {
        static VerdictView of(Verdict verdict) {
            return new VerdictView(Choices.lower(verdict.decision()), verdict.principleIds());
        }
    }

    /** A decision as it was kept; without the text, which is not. */
    @Schema(name = "PolicyDecision")
    record DecisionView(
            String id,
            Instant at,
            @Nullable String userId,
            @Nullable String conversationId,
            @Nullable String turnId,

            @Schema(allowableValues = {"prompt", "answer", "evaluation"})
            String direction,

            @Schema(allowableValues = {"allow", "flag", "block"})
            String decision,

            List<String> principles,
            String policyVersion,
            String judge) {
        static DecisionView of(PolicyDecision decision) {
            UserId user = decision.user();
            ConversationId conversation = decision.conversation();
            TurnId turn = decision.turn();
            return new DecisionView(
                    decision.id(),
                    decision.at(),
                    user == null ? null : user.value(),
                    conversation == null ? null : conversation.value(),
                    turn == null ? null : turn.value(),
                    Choices.lower(decision.direction()),
                    Choices.lower(decision.decision()),
                    decision.principles(),
                    decision.policyVersion(),
                    decision.judge());
        }
    }

    /** A page of decisions. */
    @Schema(name = "PolicyDecisions")
    record Decisions(List<DecisionView> items, @Nullable String nextCursor) {}

    /** How the policy is. */
    @Schema(name = "PolicyHealth")
    record HealthView(
            Status status,
            String version,
            int principles,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GuardView guard) {
        static HealthView of(PolicyHealth health) {
            return new HealthView(
                    health.up() ? Status.UP : Status.DOWN,
                    health.version(),
                    health.principles(),
                    health.guard() == null ? null : GuardView.of(health.guard()));
        }
    }

    /** How the guard model is, and what to do about it when it is down. */
    @Schema(name = "PolicyGuardHealth")
    record GuardView(
            String model,
            Status status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String detail) {
        static GuardView of(GuardHealth guard) {
            return new GuardView(guard.model(), guard.problem() == null ? Status.UP : Status.DOWN, guard.problem());
        }
    }
}
