package ai.novacore.adapters.web.backbone;

import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.PlainText;
import ai.novacore.application.backbone.port.in.DeadLettersUseCase.Shown;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Discarded;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Letter;
import ai.novacore.application.shared.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of events whose handling failed. */
final class LetterShapes {
    private LetterShapes() {}

    /** Why it is given up; kept for good, so it must not be about more than that. */
    @Schema(name = "DiscardRequest")
    record Reason(
            @NotNull(message = "is missing") @PlainText(max = 500, notBlank = true)
            String reason) {}

    @Schema(name = "DeadLetters")
    record Letters(List<LetterView> items, @Nullable String nextCursor) {
        static Letters of(Page<Shown> page) {
            return new Letters(page.items().stream().map(LetterView::of).toList(), Paging.encode(page.next()));
        }
    }

    /** What the handler failed with last. */
    @Schema(name = "DeadLetterCause")
    record Cause(String type, @Nullable String message) {}

    /**
     * An event that a handler failed on; personal texts of the payload are masked. It can be tried when it waits for no
     * others; {@code nextRetryAt} is absent when only a person can decide.
     */
    @Schema(name = "DeadLetter")
    record LetterView(
            String id,
            String processor,
            String eventId,
            String eventType,
            @Nullable String aggregate,
            @Nullable Long sequence,
            @Nullable Cause cause,
            long attempts,
            @Nullable Instant nextRetryAt,
            boolean parked,
            long waitsFor,
            Instant enqueuedAt,
            @Nullable Object payload) {
        static LetterView of(Shown shown) {
            Letter letter = shown.letter();
            return new LetterView(
                    letter.id(),
                    letter.processor(),
                    letter.eventId(),
                    letter.eventType(),
                    letter.aggregate(),
                    letter.sequence(),
                    letter.causeType() == null ? null : new Cause(letter.causeType(), letter.causeMessage()),
                    letter.attempts(),
                    letter.retryAt(),
                    letter.parked(),
                    letter.waitsFor(),
                    letter.enqueuedAt(),
                    shown.payload());
        }
    }

    /** What came of another try; {@code letter} as it is then, if it is still there. */
    @Schema(name = "DeadLetterRetry")
    record Tried(
            @Schema(allowableValues = {"settled", "failed"}) String outcome,

            @Nullable LetterView letter) {
        static Tried of(Optional<Shown> after) {
            return after.map(shown -> new Tried("failed", LetterView.of(shown))).orElse(new Tried("settled", null));
        }
    }

    @Schema(name = "DiscardedLetters")
    record DiscardedLetters(
            List<DiscardedView> items, @Nullable String nextCursor) {
        static DiscardedLetters of(Page<Discarded> page) {
            return new DiscardedLetters(
                    page.items().stream().map(DiscardedView::of).toList(), Paging.encode(page.next()));
        }
    }

    /** A letter that somebody gave up. */
    @Schema(name = "DiscardedLetter")
    record DiscardedView(
            String id,
            String processor,
            String eventId,
            String eventType,
            @Nullable String aggregate,
            @Nullable Long sequence,
            Instant enqueuedAt,
            Instant discardedAt,
            String discardedBy,
            String reason) {
        static DiscardedView of(Discarded letter) {
            return new DiscardedView(
                    letter.id(),
                    letter.processor(),
                    letter.eventId(),
                    letter.eventType(),
                    letter.aggregate(),
                    letter.sequence(),
                    letter.enqueuedAt(),
                    letter.discarding().at(),
                    letter.discarding().by(),
                    letter.discarding().reason());
        }
    }
}
