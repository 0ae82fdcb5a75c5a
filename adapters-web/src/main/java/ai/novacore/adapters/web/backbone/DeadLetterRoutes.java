package ai.novacore.adapters.web.backbone;

import ai.novacore.adapters.web.backbone.LetterShapes.DiscardedLetters;
import ai.novacore.adapters.web.backbone.LetterShapes.LetterView;
import ai.novacore.adapters.web.backbone.LetterShapes.Letters;
import ai.novacore.adapters.web.backbone.LetterShapes.Reason;
import ai.novacore.adapters.web.backbone.LetterShapes.Tried;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.Texts;
import ai.novacore.application.backbone.port.in.DeadLettersUseCase;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Events whose handling failed, for people to decide about. */
abstract class DeadLetterRoutes {
    private static final int LONGEST_NAME = 100;

    private final DeadLettersUseCase letters;

    DeadLetterRoutes(DeadLettersUseCase letters) {
        this.letters = letters;
    }

    @GetMapping
    Letters list(
            @RequestParam(required = false) @Nullable String processor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        return Letters.of(
                letters.list(Texts.optional("processor", processor, LONGEST_NAME), Paging.request(cursor, limit)));
    }

    @GetMapping("/discarded")
    DiscardedLetters discarded(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        return DiscardedLetters.of(letters.discarded(Paging.request(cursor, limit)));
    }

    @GetMapping("/{id}")
    LetterView find(@PathVariable String id) {
        return LetterView.of(letters.find(id));
    }

    @PostMapping("/{id}/retry")
    Tried retry(@PathVariable String id) {
        return Tried.of(letters.retry(id));
    }

    @PostMapping("/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id, @Valid @RequestBody Reason reason) {
        letters.discard(id, Asking.name(), reason.reason());
    }
}
