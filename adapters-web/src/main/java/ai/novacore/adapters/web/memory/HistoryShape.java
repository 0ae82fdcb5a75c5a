package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.memory.MemoryShapes.Source;
import ai.novacore.application.memory.port.in.MemoryHistoryQuery.Step;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryMerged;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryRestored;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryEvent.MemorySuperseded;
import ai.novacore.domain.memory.MemoryEvent.MemorySupported;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A memory's history as the HTTP contract shows it. */
@Schema(name = "MemoryHistory")
public record HistoryShape(List<Event> events) {

    public static HistoryShape of(List<Step> steps) {
        return new HistoryShape(steps.stream().map(HistoryShape::event).toList());
    }

    /**
     * Something that happened to a memory; what does not belong to its type is left out.
     *
     * @param actor {@code member}, or the part of the product that did it
     * @param runId the worker's run that did it, or that was undone
     * @param tier the tier from then on
     * @param other the memory that it took over, or that replaced it
     * @param turnId the turn that it was brought back into
     */
    @Schema(name = "MemoryHistoryEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            long sequence,
            String type,
            Instant at,
            String actor,
            @Nullable String runId,
            @Nullable String content,
            @Nullable MemoryTier tier,
            @Nullable MemoryTier from,
            @Nullable Double score,
            @Nullable List<Source> evidence,
            @Nullable String other,
            @Nullable String turnId,
            @Nullable String reason) {}

    private static Event event(Step step) {
        Draft draft = new Draft();
        switch (step.event()) {
            case MemoryStored e ->
                draft.run(e.run()).content(e.text()).tier(e.tier()).evidence(e.evidence());
            case MemoryRecalled e -> draft.turnId = e.turn().value();
            case MemoryPromoted e -> draft.run(e.run()).tier(e.to()).promotion(e);
            case MemoryMerged e -> draft.run(e.run()).evidence(e.evidence()).other(e.absorbed());
            case MemorySupported e -> draft.run(e.run()).evidence(e.evidence());
            case MemorySuperseded e -> draft.run(e.run()).other(e.by()).reason(e.reason());
            case MemoryRevised e -> draft.content(e.text());
            case MemoryForgotten e -> draft.run(e.run()).reason(Choices.lower(e.reason()));
            case MemoryRestored e ->
                draft.run(e.undone()).content(e.text()).tier(e.tier()).evidence(e.evidence());
        }
        return draft.of(step);
    }

    /** An event whose own parts are filled in one by one. */
    private static final class Draft {
        private @Nullable String runId;
        private @Nullable String content;
        private @Nullable MemoryTier tier;
        private @Nullable MemoryTier from;
        private @Nullable Double score;
        private @Nullable List<Source> evidence;
        private @Nullable String other;
        private @Nullable String turnId;
        private @Nullable String reason;

        Draft run(@Nullable RunId run) {
            runId = run == null ? null : run.value();
            return this;
        }

        Draft content(PersonalText text) {
            content = text.value();
            return this;
        }

        Draft tier(MemoryTier now) {
            tier = now;
            return this;
        }

        Draft promotion(MemoryPromoted promoted) {
            from = promoted.from();
            score = promoted.score();
            return this;
        }

        Draft evidence(List<Evidence> messages) {
            evidence = messages.stream().map(Source::of).toList();
            return this;
        }

        Draft other(MemoryId memory) {
            other = memory.value();
            return this;
        }

        Draft reason(String why) {
            reason = why;
            return this;
        }

        Event of(Step step) {
            return new Event(
                    step.sequence(),
                    step.type(),
                    step.event().at(),
                    actor(step.actor()),
                    runId,
                    content,
                    tier,
                    from,
                    score,
                    evidence,
                    other,
                    turnId,
                    reason);
        }

        /** Which member of staff it was is not for members to know. */
        private static String actor(Actor actor) {
            return actor.kind() == Actor.Kind.SYSTEM ? actor.id() : Choices.lower(actor.kind());
        }
    }
}
