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
     * @param details what there is to say about some of the components, by their names
     */
    record Health(Status status, Map<String, Status> components, Map<String, String> details) {
        public Health {
            components = Map.copyOf(components);
            details = Map.copyOf(details);
        }

        /** Without details. */
        public Health(Status status, Map<String, Status> components) {
            this(status, components, Map.of());
        }
    }

    Health of(Part part);
}
