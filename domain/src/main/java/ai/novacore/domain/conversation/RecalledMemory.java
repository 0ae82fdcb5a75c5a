package ai.novacore.domain.conversation;

import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;

/**
 * A memory that was given to the model for a turn.
 *
 * @param score how well it fitted the question, higher is better; comparable within one turn only
 */
public record RecalledMemory(MemoryId id, MemoryTier tier, double score) {}
