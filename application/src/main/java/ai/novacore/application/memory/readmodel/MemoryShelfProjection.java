package ai.novacore.application.memory.readmodel;

import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.shared.Projection;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.user.UserEvent.UserErased;

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
            case MemoryForgotten e when e.reason() == ForgetReason.ERASURE -> shelf.remove(e.id());
            default -> shelf.find(event.id()).map(item -> item.after(event)).ifPresent(shelf::save);
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
}
