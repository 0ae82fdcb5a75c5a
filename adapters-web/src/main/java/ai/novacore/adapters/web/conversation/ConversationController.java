package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.conversation.ThreadShapes.Conversation;
import ai.novacore.adapters.web.conversation.ThreadShapes.Conversations;
import ai.novacore.adapters.web.conversation.ThreadShapes.Export;
import ai.novacore.adapters.web.conversation.ThreadShapes.Line;
import ai.novacore.adapters.web.conversation.ThreadShapes.Rename;
import ai.novacore.adapters.web.input.Attachment;
import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.input.StrictJson;
import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.conversation.port.in.ConversationQuery;
import ai.novacore.application.conversation.port.in.DeleteConversationsUseCase;
import ai.novacore.application.conversation.port.in.ManageConversationsUseCase;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.shared.Page;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A member's own conversations. */
@RestController
@RequestMapping("/api/intelligence/conversations")
final class ConversationController {
    private static final int LONGEST_SEARCH = 200;

    private final ConversationQuery conversations;
    private final ManageConversationsUseCase management;
    private final DeleteConversationsUseCase deletion;

    ConversationController(
            ConversationQuery conversations,
            ManageConversationsUseCase management,
            DeleteConversationsUseCase deletion) {
        this.conversations = conversations;
        this.management = management;
        this.deletion = deletion;
    }

    /** In which form a conversation is exported. */
    private enum Form {
        JSON,
        MARKDOWN
    }

    @GetMapping
    Conversations list(
            @AuthenticationPrincipal Member member,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Page<ConversationSummary> page =
                conversations.list(member.id(), Texts.optional("q", q, LONGEST_SEARCH), Paging.request(cursor, limit));
        return new Conversations(page.items().stream().map(Line::of).toList(), Paging.encode(page.next()));
    }

    @GetMapping("/{id}")
    Conversation get(@AuthenticationPrincipal Member member, @PathVariable String id) {
        return Conversation.of(conversations.get(member.id(), PathIds.conversation(id)));
    }

    @PatchMapping("/{id}")
    Line rename(@AuthenticationPrincipal Member member, @PathVariable String id, @Valid @RequestBody Rename request) {
        return Line.of(management.rename(
                member.id(), PathIds.conversation(id), request.title().strip()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Member member, @PathVariable String id) {
        deletion.delete(member.id(), PathIds.conversation(id));
    }

    /** Written turn by turn: the file is never in memory as a whole. */
    @ApiResponse(
            responseCode = "200",
            description = "A file to be saved",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ThreadShapes.Export.class)),
                @Content(mediaType = MediaType.TEXT_MARKDOWN_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping("/{id}/export")
    void export(
            @AuthenticationPrincipal Member member,
            @PathVariable String id,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"json", "markdown"},
                                            defaultValue = "json"))
                    @RequestParam(required = false)
                    @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        Form form = Choices.optional("format", format, Form.class);
        ConversationThread thread = conversations.get(member.id(), PathIds.conversation(id));
        String name = "novacore-" + thread.summary().id().value();
        if (form == Form.MARKDOWN) {
            Attachment.named(name + ".md", MediaType.TEXT_MARKDOWN).announce(response);
            ConversationMarkdown.write(thread, response.getWriter());
        } else {
            Attachment.named(name + ".json", MediaType.APPLICATION_JSON).announce(response);
            StrictJson.MAPPER.writeValue(response.getOutputStream(), Export.of(thread));
        }
    }
}
