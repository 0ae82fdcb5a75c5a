package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.conversation.ChatShapes.Answer;
import ai.novacore.adapters.web.conversation.ChatShapes.Ask;
import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.adapters.web.stream.WatchedTurns;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The chat. Each request works on its own virtual thread from beginning to end, also while it streams: so a question is
 * refused like any other request until its turn has begun, and the correlation stays bound.
 */
@RestController
@RequestMapping("/api/intelligence/chat")
final class ChatController {
    private final AskQuestionUseCase questions;
    private final WatchedTurns turns;
    private final TurnStreamer streamer;

    ChatController(AskQuestionUseCase questions, WatchedTurns turns, TurnStreamer streamer) {
        this.questions = questions;
        this.turns = turns;
        this.streamer = streamer;
    }

    @Operation(summary = "Asks a question; the answer comes as a whole, or with Accept: text/event-stream in pieces")
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Answer ask(
            @AuthenticationPrincipal Member member,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Ask body) {
        return Answer.of(turns.ask(member, body.question(member, key), Whole.READER));
    }

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema =
                                    @Schema(
                                            description = "Events: meta (ChatMeta), perhaps queued (ChatQueued), token"
                                                    + " (ChatToken) with ids to go on after, then done (ChatDone) or"
                                                    + " error (Problem)",
                                            oneOf = {
                                                ChatShapes.Meta.class,
                                                ChatShapes.Queued.class,
                                                ChatShapes.Token.class,
                                                ChatShapes.Done.class
                                            })))
    @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @AuthenticationPrincipal Member member,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Ask body,
            HttpServletRequest request,
            HttpServletResponse response) {
        streamer.stream(member, body.question(member, key), request, response);
    }

    @Operation(
            summary = "The rest of an answer, while it is given and afterwards",
            description =
                    "After the event whose id is Last-Event-ID, or from an offset (UTF-16 units of the answer, which"
                            + " those ids are); from the beginning when neither is given")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(description = "Events as of the chat itself")))
    @GetMapping(path = "/{turnId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void follow(
            @AuthenticationPrincipal Member member,
            @PathVariable String turnId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String offset,
            HttpServletRequest request,
            HttpServletResponse response) {
        Long from = lastEventId == null ? Offsets.of("offset", offset) : Offsets.of("Last-Event-ID", lastEventId);
        streamer.follow(member, PathIds.turn(turnId), from, request, response);
    }

    @PostMapping("/{turnId}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void cancel(@AuthenticationPrincipal Member member, @PathVariable String turnId) {
        questions.cancel(member.id(), PathIds.turn(turnId));
    }

    /** Reads nothing on the way: the whole answer comes at the end. */
    private enum Whole implements AskQuestionUseCase.Reader {
        READER;

        @Override
        public void begun(AskQuestionUseCase.Begun begun) {}

        @Override
        public void text(String text, long end) {}
    }
}
