package ai.novacore.adapters.web.feedback;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.PlainText;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.feedback.port.in.GiveFeedbackUseCase;
import ai.novacore.application.feedback.port.out.FeedbackStore.Category;
import ai.novacore.application.feedback.port.out.FeedbackStore.Feedback;
import ai.novacore.application.shared.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members say what they think of the product, and staff read it. */
@RestController
final class FeedbackController {
    private static final int LONGEST_MESSAGE = 4_000;
    private static final int LONGEST_PAGE = 200;

    private final GiveFeedbackUseCase feedback;

    FeedbackController(GiveFeedbackUseCase feedback) {
        this.feedback = feedback;
    }

    @Schema(name = "NewFeedback")
    record NewFeedback(
            @Schema(allowableValues = {"bug", "idea", "praise", "other"}) @NotNull String category,

            @NotNull @PlainText(max = LONGEST_MESSAGE, lines = true, notBlank = true)
            String message,

            @PlainText(max = LONGEST_PAGE) @Nullable String page) {}

    @Schema(name = "FeedbackKept")
    record Kept(String id) {}

    @Schema(name = "Feedback")
    record FeedbackView(
            String id,
            Instant at,
            String userId,
            String category,
            String message,
            @Nullable String page) {
        static FeedbackView of(Feedback said) {
            return new FeedbackView(
                    said.id(),
                    said.at(),
                    said.user().value(),
                    Choices.lower(said.category()),
                    said.message(),
                    said.page());
        }
    }

    @Schema(name = "FeedbackPage")
    record Inbox(List<FeedbackView> items, @Nullable String nextCursor) {}

    @PostMapping("/api/feedback")
    @ResponseStatus(HttpStatus.CREATED)
    Kept give(@AuthenticationPrincipal Member member, @Valid @RequestBody NewFeedback request) {
        Category category = Choices.optional("category", request.category(), Category.class);
        if (category == null) {
            throw Refused.field("category", "must be one of bug, idea, praise, other");
        }
        String page = request.page();
        return new Kept(feedback.give(
                member.id(),
                category,
                request.message().strip(),
                page == null || page.isBlank() ? null : page.strip()));
    }

    /** The newest first. Members say this to the staff, so it is not masked. */
    @GetMapping("/support/feedback")
    Inbox read(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Page<Feedback> page = feedback.read(Paging.request(cursor, limit));
        return new Inbox(page.items().stream().map(FeedbackView::of).toList(), Paging.encode(page.next()));
    }
}
