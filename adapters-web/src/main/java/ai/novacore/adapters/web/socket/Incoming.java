package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.conversation.ChatShapes;
import ai.novacore.adapters.web.input.PlainText;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What a client can say. */
sealed interface Incoming {

    /** A question; its {@code requestId} comes back with everything that answers it. */
    record Chat(String requestId, ChatShapes.Ask ask) implements Incoming {}

    /** A turn is to be stopped. */
    record Cancel(
            @NotNull(message = "is missing") @PlainText(max = LONGEST_ID)
            String turnId) implements Incoming {}

    /** Whether anybody is there. */
    record Ping() implements Incoming {}

    /** What any message may carry. */
    record Envelope(
            @PlainText(max = LONGEST_ID, notBlank = true) @Nullable String type,

            @PlainText(max = LONGEST_ID, notBlank = true) @Nullable String requestId) {}

    int LONGEST_ID = 100;
}
