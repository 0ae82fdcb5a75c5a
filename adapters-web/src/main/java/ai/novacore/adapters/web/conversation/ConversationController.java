package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.conversation.ThreadShapes.Conversation;
import ai.novacore.adapters.web.conversation.ThreadShapes.Conversations;
import ai.novacore.adapters.web.conversation.ThreadShapes.Line;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.conversation.port.in.ConversationQuery;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member's own conversations. */
@RestController
@RequestMapping("/api/intelligence/conversations")
final class ConversationController {
    private static final int LONGEST_SEARCH = 200;

    private final ConversationQuery conversations;

    ConversationController(ConversationQuery conversations) {
        this.conversations = conversations;
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
}
