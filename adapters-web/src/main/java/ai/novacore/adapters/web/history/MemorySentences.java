package ai.novacore.adapters.web.history;

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

/** What happened to a memory, in a sentence. */
final class MemorySentences {

    private MemorySentences() {}

    static String of(MemoryEvent event) {
        return switch (event) {
            case MemoryStored e ->
                "A memory (" + Words.name(e.kind()) + ", " + Words.length(e.text()) + ") was stored in "
                        + e.tier().name() + ", with " + Words.count(e.evidence().size(), "message") + " as evidence.";
            case MemoryRecalled _ -> "A memory was brought back into a turn.";
            case MemoryPromoted e -> "A memory was promoted from " + e.from().name() + " to " + e.to().name() + ".";
            case MemoryMerged e ->
                "A memory took in another one that says the same, with "
                        + Words.count(e.evidence().size(), "message") + " of new evidence.";
            case MemorySupported e ->
                "A memory was said once more, in " + Words.count(e.evidence().size(), "message") + ".";
            case MemorySuperseded _ -> "A memory gave way to a newer one.";
            case MemoryRevised e -> "The member corrected a memory, to " + Words.length(e.text()) + ".";
            case MemoryForgotten e -> "A memory was forgotten" + why(e) + ".";
            case MemoryRestored e -> "A memory was restored in " + e.tier().name() + ".";
        };
    }

    private static String why(MemoryForgotten event) {
        return switch (event.reason()) {
            case MEMBER -> ", as its member wanted";
            case EXPIRED -> ", because its time was over";
            case ROOM -> ", because newer ones needed its place";
            case UNDONE -> ", because the run that had found it was undone";
            case ERASURE -> ", because its member is being erased";
        };
    }
}
