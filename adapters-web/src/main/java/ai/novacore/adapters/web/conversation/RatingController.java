package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.conversation.ThreadShapes.NewRating;
import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.conversation.port.in.ManageConversationsUseCase;
import ai.novacore.domain.conversation.Rating;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What members think of answers. */
@RestController
@RequestMapping("/api/intelligence/turns")
final class RatingController {
    private final ManageConversationsUseCase management;

    RatingController(ManageConversationsUseCase management) {
        this.management = management;
    }

    @PutMapping("/{turnId}/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rate(
            @AuthenticationPrincipal Member member,
            @PathVariable String turnId,
            @Valid @RequestBody NewRating request) {
        Rating rating = Choices.optional("rating", request.rating(), Rating.class);
        if (rating == null) {
            throw Refused.field("rating", "must be one of up, down");
        }
        management.rate(member.id(), PathIds.turn(turnId), rating, comment(request.comment()));
    }

    private static @Nullable String comment(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
