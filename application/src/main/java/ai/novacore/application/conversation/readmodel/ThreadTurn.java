package ai.novacore.application.conversation.readmodel;

import ai.novacore.domain.conversation.Rating;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn in a conversation's thread.
 *
 * @param reply absent until it ends; what there was of it when it was interrupted; absent when it failed
 * @param node the node that answers or answered
 * @param usage absent until it ends
 * @param endedAt absent until it ends
 */
public record ThreadTurn(
        TurnId id,
        ConversationId conversation,
        UserId owner,
        String prompt,
        @Nullable String reply,
        Status status,
        String model,
        String node,
        @Nullable TokenUsage usage,
        List<RecalledMemory> memoriesUsed,
        @Nullable Rating rating,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** Where a turn stands; all but the first are final. */
    public enum Status {
        STARTED,
        COMPLETED,
        INTERRUPTED,
        FAILED
    }

    public ThreadTurn {
        memoriesUsed = List.copyOf(memoriesUsed);
    }

    ThreadTurn ended(Status how, @Nullable String newReply, TokenUsage newUsage, Instant at) {
        return new ThreadTurn(
                id,
                conversation,
                owner,
                prompt,
                newReply,
                how,
                model,
                node,
                newUsage,
                memoriesUsed,
                rating,
                startedAt,
                at);
    }

    ThreadTurn rated(Rating newRating) {
        return new ThreadTurn(
                id,
                conversation,
                owner,
                prompt,
                reply,
                status,
                model,
                node,
                usage,
                memoriesUsed,
                newRating,
                startedAt,
                endedAt);
    }
}
