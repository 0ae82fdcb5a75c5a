package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.conversation.ChatShapes;
import ai.novacore.adapters.web.input.PlainText;
import ai.novacore.domain.shared.TurnId;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What a client can say. */
sealed interface Incoming {

    /** A question; its {@code requestId} comes back with everything that answers it. */
    record Chat(
            String requestId, ChatShapes.Ask ask, @Nullable String idempotencyKey) implements Incoming {}

    /** An answer is to be read on, from an offset as token messages carry it in their id; from the beginning without. */
    record Resume(String requestId, TurnId turn, @Nullable Long offset) implements Incoming {}

    /** A turn is to be stopped. */
    record Cancel(
            @NotNull(message = "is missing") @PlainText(max = LONGEST_ID)
            String turnId) implements Incoming {}

    /** Whether anybody is there. */
    record Ping() implements Incoming {}

    /** Which turn a message is about. */
    record About(
            @NotNull(message = "is missing") @PlainText(max = LONGEST_ID)
            String turnId,

            @PlainText(max = LONGEST_ID) @Nullable String offset) {}

    /** By what the client knows its question again. */
    record Repeatable(@Nullable String idempotencyKey) {}

    /** What any message may carry. */
    record Envelope(
            @PlainText(max = LONGEST_ID, notBlank = true) @Nullable String type,

            @PlainText(max = LONGEST_ID, notBlank = true) @Nullable String requestId) {}

    int LONGEST_ID = 100;
}
