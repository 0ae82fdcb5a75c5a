package ai.novacore.application.conversation.readmodel;

import ai.novacore.domain.conversation.FinishReason;
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
 * @param finishReason why the model ended its answer; absent unless completed
 * @param failure the code of what cut the answer off or kept it away; absent unless interrupted or failed
 * @param usage absent until it ends
 * @param rating what the owner thought of the answer last
 * @param ratingComment what they said to that
 * @param endedAt absent until it ends
 * @param replacedBy the turn that took its place, so that it counts no more; absent while it is in force
 */
public record ThreadTurn(
        TurnId id,
        ConversationId conversation,
        UserId owner,
        String prompt,
        @Nullable String reply,
        Status status,
        @Nullable FinishReason finishReason,
        @Nullable String failure,
        String model,
        String node,
        @Nullable TokenUsage usage,
        List<RecalledMemory> memoriesUsed,
        @Nullable Rating rating,
        @Nullable String ratingComment,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable TurnId replacedBy) {

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

    ThreadTurn completed(String newReply, FinishReason how, TokenUsage newUsage, Instant at) {
        return ended(Status.COMPLETED, newReply, how, null, newUsage, at);
    }

    ThreadTurn interrupted(String newReply, String why, TokenUsage newUsage, Instant at) {
        return ended(Status.INTERRUPTED, newReply, null, why, newUsage, at);
    }

    ThreadTurn failed(String why, Instant at) {
        return ended(Status.FAILED, null, null, why, TokenUsage.NONE, at);
    }

    private ThreadTurn ended(
            Status how,
            @Nullable String newReply,
            @Nullable FinishReason newFinishReason,
            @Nullable String newFailure,
            TokenUsage newUsage,
            Instant at) {
        return new ThreadTurn(
                id,
                conversation,
                owner,
                prompt,
                newReply,
                how,
                newFinishReason,
                newFailure,
                model,
                node,
                newUsage,
                memoriesUsed,
                rating,
                ratingComment,
                startedAt,
                at,
                replacedBy);
    }

    ThreadTurn rated(Rating newRating, @Nullable String newComment) {
        return new ThreadTurn(
                id,
                conversation,
                owner,
                prompt,
                reply,
                status,
                finishReason,
                failure,
                model,
                node,
                usage,
                memoriesUsed,
                newRating,
                newComment,
                startedAt,
                endedAt,
                replacedBy);
    }
}
