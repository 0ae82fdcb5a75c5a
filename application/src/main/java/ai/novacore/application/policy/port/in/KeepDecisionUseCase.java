package ai.novacore.application.policy.port.in;

import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Keeps what was decided, never the text that it was decided about. */
public interface KeepDecisionUseCase {

    /**
     * What a decision was about.
     *
     * @param user whose text it is; absent when nobody's
     * @param conversation absent outside of chat
     * @param turn absent outside of chat
     */
    record About(
            Direction direction,
            @Nullable UserId user,
            @Nullable ConversationId conversation,
            @Nullable TurnId turn) {}

    void keep(About about, Verdict verdict);
}
