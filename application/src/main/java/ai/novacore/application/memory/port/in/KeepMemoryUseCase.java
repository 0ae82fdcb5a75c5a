package ai.novacore.application.memory.port.in;

import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.UserId;

/** Lets a member write something into their memory. */
public interface KeepMemoryUseCase {
    /**
     * Remembers it for as long as a fact lasts.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code quota_exceeded} when the tier's memories are all used
     */
    MemoryItem keep(UserId owner, String content, MemoryKind kind);
}
