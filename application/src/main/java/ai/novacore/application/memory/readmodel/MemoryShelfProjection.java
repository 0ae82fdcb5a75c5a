package ai.novacore.application.memory.readmodel;

import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.shared.Projection;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryMerged;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryRestored;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryEvent.MemorySuperseded;
import ai.novacore.domain.memory.MemoryEvent.MemorySupported;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.util.function.UnaryOperator;

/**
 * Folds memories into {@link MemoryItem}. What is forgotten or superseded stays, inactive, because it can be taken back;
 * what is forgotten because its owner's account is erased leaves.
 */
public final class MemoryShelfProjection implements Projection {
    private final MemoryShelfStore shelf;

    public MemoryShelfProjection(MemoryShelfStore shelf) {
        this.shelf = shelf;
    }

    @Override
    public String name() {
        return "memory-shelf";
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return MemoryEvent.class.isAssignableFrom(eventType) || eventType == UserErased.class;
    }

    @Override
    public void project(DomainEvent event) {
        if (event instanceof MemoryEvent memoryEvent) {
            fold(memoryEvent);
        } else if (event instanceof UserErased erased) {
            shelf.removeAll(erased.id());
        }
    }

    private void fold(MemoryEvent event) {
        switch (event) {
            case MemoryStored e -> store(e);
            case MemoryRecalled e -> change(e.id(), item -> item.recalled(e.at()));
            case MemoryPromoted e -> change(e.id(), item -> item.withTier(e.to()));
            case MemoryMerged e -> change(e.id(), item -> item.withEvidence(e.evidence()));
            case MemorySupported e -> change(e.id(), item -> item.withEvidence(e.evidence()));
            case MemorySuperseded e -> change(e.id(), item -> item.superseded(e.by()));
            case MemoryRevised e ->
                change(e.id(), item -> item.withContent(e.text().value()));
            case MemoryForgotten e -> forget(e);
            case MemoryRestored e ->
                change(e.id(), item -> item.restored(e.tier(), e.text().value(), e.evidence()));
        }
    }

    private void store(MemoryStored e) {
        if (shelf.find(e.id()).isEmpty()) {
            shelf.save(new MemoryItem(
                    e.id(),
                    e.owner(),
                    e.tier(),
                    e.kind(),
                    e.text().value(),
                    e.importance(),
                    e.at(),
                    e.occurredAt(),
                    e.thread() == null ? null : e.thread().value(),
                    null,
                    0,
                    e.evidence(),
                    Status.ACTIVE,
                    null));
        }
    }

    private void forget(MemoryForgotten e) {
        if (e.reason() == ForgetReason.ERASURE) {
            shelf.remove(e.id());
        } else {
            change(e.id(), MemoryItem::forgotten);
        }
    }

    private void change(MemoryId id, UnaryOperator<MemoryItem> change) {
        shelf.find(id).map(change).ifPresent(shelf::save);
    }
}
