package ai.novacore.domain.memory;

import ai.novacore.domain.memory.Memory.Content;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryCommand.ForgetMemory;
import ai.novacore.domain.memory.MemoryCommand.MergeMemory;
import ai.novacore.domain.memory.MemoryCommand.PromoteMemory;
import ai.novacore.domain.memory.MemoryCommand.RecallMemory;
import ai.novacore.domain.memory.MemoryCommand.RestoreMemory;
import ai.novacore.domain.memory.MemoryCommand.ReviseMemory;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryCommand.SupersedeMemory;
import ai.novacore.domain.memory.MemoryCommand.SupportMemory;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryMerged;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryRestored;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryEvent.MemorySuperseded;
import ai.novacore.domain.memory.MemoryEvent.MemorySupported;
import ai.novacore.domain.shared.Decider;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.PersonalText;
import java.util.List;

/**
 * A memory with its evidence. Workers and the member change it, and every change can be taken back, until the account
 * is erased.
 */
public final class MemoryDecider implements Decider<MemoryCommand, MemoryEvent, Memory> {

    @Override
    public Memory initial() {
        return Memory.UNSTORED;
    }

    @Override
    public List<MemoryEvent> decide(MemoryCommand command, Memory state) {
        boolean storesNew = command instanceof StoreMemory && state.owner() == null;
        if (!storesNew && !command.owner().equals(state.owner())) {
            throw DomainRejection.notFound();
        }
        return switch (command) {
            case StoreMemory c -> store(c, state);
            case RecallMemory c -> recall(c, state);
            case PromoteMemory c -> promote(c, state);
            case MergeMemory c -> merge(c, state);
            case SupportMemory c -> support(c, state);
            case SupersedeMemory c -> supersede(c, state);
            case ReviseMemory c -> revise(c, state);
            case ForgetMemory c -> forget(c, state);
            case RestoreMemory c -> restore(c, state);
        };
    }

    private static List<MemoryEvent> store(StoreMemory c, Memory state) {
        if (state.owner() != null) {
            return List.of();
        }
        requireText(c.text());
        // Written so that NaN, which compares with nothing, is refused as well.
        if (!(c.importance() >= 0 && c.importance() <= 1)) {
            throw DomainRejection.invalid("invalid_memory", "The importance lies between 0 and 1.");
        }
        return List.of(new MemoryStored(
                c.id(),
                c.now(),
                c.owner(),
                c.tier(),
                c.kind(),
                c.text(),
                c.importance(),
                c.evidence(),
                c.occurredAt(),
                c.thread(),
                c.run()));
    }

    private static List<MemoryEvent> recall(RecallMemory c, Memory state) {
        return !state.isActive() || state.recalledIn().contains(c.turn())
                ? List.of()
                : List.of(new MemoryRecalled(c.id(), c.now(), c.owner(), c.turn()));
    }

    private static List<MemoryEvent> promote(PromoteMemory c, Memory state) {
        if (c.to().compareTo(state.content().tier()) <= 0) {
            return List.of();
        }
        requireActive(state);
        return List.of(
                new MemoryPromoted(c.id(), c.now(), c.owner(), state.content().tier(), c.to(), c.score(), c.run()));
    }

    private static List<MemoryEvent> merge(MergeMemory c, Memory state) {
        requireAnother(c.id(), c.absorbed());
        if (state.absorbed().contains(c.absorbed())) {
            return List.of();
        }
        requireActive(state);
        return List.of(new MemoryMerged(c.id(), c.now(), c.owner(), c.absorbed(), newTo(state, c.evidence()), c.run()));
    }

    private static List<MemoryEvent> support(SupportMemory c, Memory state) {
        List<Evidence> added = newTo(state, c.evidence());
        if (added.isEmpty()) {
            return List.of();
        }
        requireActive(state);
        return List.of(new MemorySupported(c.id(), c.now(), c.owner(), added, c.run()));
    }

    private static List<Evidence> newTo(Memory state, List<Evidence> evidence) {
        return evidence.stream()
                .distinct()
                .filter(e -> !state.content().evidence().contains(e))
                .toList();
    }

    private static List<MemoryEvent> supersede(SupersedeMemory c, Memory state) {
        requireAnother(c.id(), c.by());
        if (state.status() == Status.SUPERSEDED && c.by().equals(state.supersededBy())) {
            return List.of();
        }
        requireActive(state);
        return List.of(new MemorySuperseded(c.id(), c.now(), c.owner(), c.by(), c.reason(), c.run()));
    }

    private static List<MemoryEvent> revise(ReviseMemory c, Memory state) {
        requireText(c.text());
        if (c.text().equals(state.content().text())) {
            return List.of();
        }
        requireActive(state);
        return List.of(new MemoryRevised(c.id(), c.now(), c.owner(), c.text()));
    }

    /** An erasure also counts for what is forgotten already: until then that could have been restored. */
    private static List<MemoryEvent> forget(ForgetMemory c, Memory state) {
        boolean gone = c.reason() == ForgetReason.ERASURE
                ? state.status() == Status.ERASED
                : state.status() == Status.FORGOTTEN || state.status() == Status.ERASED;
        return gone ? List.of() : List.of(new MemoryForgotten(c.id(), c.now(), c.owner(), c.reason(), c.run()));
    }

    private static List<MemoryEvent> restore(RestoreMemory c, Memory state) {
        if (state.status() == Status.ERASED) {
            throw DomainRejection.notFound();
        }
        if (c.run() != null && c.run().equals(state.storedIn())) {
            return undoStoring(c, c.run(), state);
        }
        Memory before = state.undoing(c.run());
        if (!before.equals(state)) {
            Content content = before.content();
            return List.of(new MemoryRestored(
                    c.id(), c.now(), c.owner(), content.tier(), content.text(), content.evidence(), c.run()));
        }
        if (c.run() != null
                && state.changes().stream().anyMatch(change -> c.run().equals(change.run()))) {
            throw changedSince();
        }
        return List.of();
    }

    private static List<MemoryEvent> undoStoring(RestoreMemory c, RunId run, Memory state) {
        if (!state.isActive()) {
            return List.of();
        }
        if (!state.changes().stream().allMatch(change -> run.equals(change.run()))) {
            throw changedSince();
        }
        return List.of(new MemoryForgotten(c.id(), c.now(), c.owner(), ForgetReason.UNDONE, run));
    }

    private static DomainRejection changedSince() {
        return DomainRejection.conflict("changed_since", "The memory was changed after that run.");
    }

    private static void requireText(PersonalText text) {
        if (text.value().isBlank()) {
            throw DomainRejection.invalid("invalid_memory", "A memory has at least one visible character.");
        }
    }

    private static void requireAnother(MemoryId id, MemoryId other) {
        if (id.equals(other)) {
            throw DomainRejection.invalid("same_memory", "It takes another memory to replace or to absorb one.");
        }
    }

    private static void requireActive(Memory state) {
        if (!state.isActive()) {
            throw DomainRejection.conflict("memory_not_active", "The memory is superseded or forgotten.");
        }
    }

    @Override
    public Memory evolve(Memory state, MemoryEvent event) {
        return switch (event) {
            case MemoryStored e -> Memory.stored(e.owner(), new Content(e.tier(), e.text(), e.evidence()), e.run());
            case MemoryRecalled e -> state.recalled(e.turn());
            case MemoryPromoted e -> state.promoted(e.to(), e.run());
            case MemoryMerged e -> state.merged(e.absorbed(), e.evidence(), e.run());
            case MemorySupported e -> state.supported(e.evidence(), e.run());
            case MemorySuperseded e -> state.superseded(e.by(), e.run());
            case MemoryRevised e -> state.revised(e.text());
            case MemoryForgotten e -> forgotten(state, e);
            case MemoryRestored e -> state.undoing(e.undone()).restored(new Content(e.tier(), e.text(), e.evidence()));
        };
    }

    /** Undoing a run is no change of that run, so that it is not undone again when the run is. */
    private static Memory forgotten(Memory state, MemoryForgotten e) {
        return switch (e.reason()) {
            case ERASURE -> state.erased();
            case UNDONE -> state.forgotten(null);
            case MEMBER, EXPIRED, ROOM -> state.forgotten(e.run());
        };
    }
}
