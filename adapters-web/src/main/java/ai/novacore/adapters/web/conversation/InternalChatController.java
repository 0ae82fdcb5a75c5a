package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.conversation.ChatShapes.Answer;
import ai.novacore.adapters.web.conversation.ChatShapes.Ask;
import ai.novacore.adapters.web.openapi.ForServices;
import ai.novacore.adapters.web.security.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The chat for services that ask for a member; the same as the member's own. */
@ForServices
@RestController
@RequestMapping("/internal/intelligence/chat")
final class InternalChatController {
    private final ChatController chat;

    InternalChatController(ChatController chat) {
        this.chat = chat;
    }

    @ForServices.ActingForMember
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Answer ask(
            @AuthenticationPrincipal Member member,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Ask body) {
        return chat.ask(member, key, body);
    }

    @ForServices.ActingForMember
    @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @AuthenticationPrincipal Member member,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Ask body,
            HttpServletRequest request,
            HttpServletResponse response) {
        chat.stream(member, key, body, request, response);
    }
}
