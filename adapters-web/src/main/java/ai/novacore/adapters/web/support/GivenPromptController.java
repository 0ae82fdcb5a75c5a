package ai.novacore.adapters.web.support;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.application.support.port.in.GivenPromptQuery;
import ai.novacore.application.support.port.in.GivenPromptQuery.GivenMessage;
import ai.novacore.application.support.port.in.GivenPromptQuery.GivenPrompt;
import ai.novacore.domain.conversation.RecalledMemory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the model was given for a turn, to the letter. */
@RestController
final class GivenPromptController {
    private final GivenPromptQuery prompts;

    GivenPromptController(GivenPromptQuery prompts) {
        this.prompts = prompts;
    }

    @Schema(name = "GivenMessage")
    record MessageView(String role, String text) {
        static MessageView of(GivenMessage message) {
            return new MessageView(Choices.lower(message.speaker()), message.text());
        }
    }

    @Schema(name = "GivenMemory")
    record MemoryView(String id, String tier, double score) {
        static MemoryView of(RecalledMemory memory) {
            return new MemoryView(memory.id().value(), memory.tier().name(), memory.score());
        }
    }

    /** @param complete whether this is all, word for word; not for turns from before it was kept */
    @Schema(name = "GivenPrompt")
    record PromptView(
            String turnId,
            long sequence,
            Instant at,
            String model,
            boolean complete,
            List<MessageView> messages,
            List<MemoryView> memoriesUsed) {
        static PromptView of(GivenPrompt prompt) {
            return new PromptView(
                    prompt.turn().value(),
                    prompt.sequence(),
                    prompt.at(),
                    prompt.model(),
                    prompt.complete(),
                    prompt.messages().stream().map(MessageView::of).toList(),
                    prompt.memories().stream().map(MemoryView::of).toList());
        }
    }

    @ShowsPersonalText
    @GetMapping("/support/aggregates/conversation/{id}/turns/{turnId}/context")
    PromptView context(Staff staff, @PathVariable String id, @PathVariable String turnId) {
        return PromptView.of(prompts.prompt(PathIds.conversation(id), PathIds.turn(turnId), staff.unmasked()));
    }
}
