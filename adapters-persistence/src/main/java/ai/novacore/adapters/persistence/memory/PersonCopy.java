package ai.novacore.adapters.persistence.memory;

import ai.novacore.application.memory.port.out.WordAnalyzer;
import ai.novacore.application.memory.recall.PersonalMemories;

/** The memories of one person as of some version of the tables. Brought up to date by one thread at a time. */
final class PersonCopy {
    private final long epoch;
    private final PersonalMemories memories;
    private volatile long version = -1;

    PersonCopy(long epoch, WordAnalyzer analyzer) {
        this.epoch = epoch;
        this.memories = new PersonalMemories(analyzer);
    }

    long epoch() {
        return epoch;
    }

    /** Up to which version everything is here. */
    long version() {
        return version;
    }

    void reached(long newVersion) {
        version = Math.max(version, newVersion);
    }

    PersonalMemories memories() {
        return memories;
    }
}
