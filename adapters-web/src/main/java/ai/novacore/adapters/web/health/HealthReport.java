package ai.novacore.adapters.web.health;

import java.util.Map;

/** Says whether the service is well. Answers within a second or two, from what it has noticed rather than by trying. */
public interface HealthReport {

    /** What is asked about. */
    enum Part {
        /** Everything. */
        ALL,
        /** Whether the process works at all; when not, it wants to be started again. */
        LIVE,
        /** Whether requests may be sent here. */
        READY,
        /** Whether questions can be answered. */
        INTELLIGENCE,
        /** Whether memories can be kept and found. */
        MEMORY
    }

    /** How something is. */
    enum Status {
        UP,
        DOWN
    }

    /**
     * The answer.
     *
     * @param components what it is made of, by name; names nothing that strangers may not know
     */
    record Health(Status status, Map<String, Status> components) {
        public Health {
            components = Map.copyOf(components);
        }
    }

    Health of(Part part);
}
