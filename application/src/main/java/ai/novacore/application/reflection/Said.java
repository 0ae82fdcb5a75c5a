package ai.novacore.application.reflection;

import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.TurnId;
import java.time.Instant;
import java.util.List;

/**
 * A turn as reflection reads it.
 *
 * @param stated what the member stated in it
 * @param recalled the memories that were given to the model
 */
record Said(TurnId id, Instant at, String prompt, String reply, List<Clause> stated, List<MemoryId> recalled) {
    Said {
        stated = List.copyOf(stated);
        recalled = List.copyOf(recalled);
    }

    static Said in(ThreadTurn turn) {
        return new Said(
                turn.id(),
                turn.startedAt(),
                CleanText.visible(turn.prompt()),
                turn.reply() == null ? "" : CleanText.visible(turn.reply()),
                MemberWords.stated(turn.prompt()),
                turn.memoriesUsed().stream().map(RecalledMemory::id).toList());
    }
}
