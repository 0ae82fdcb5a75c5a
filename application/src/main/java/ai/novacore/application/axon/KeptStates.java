package ai.novacore.application.axon;

import java.util.Optional;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;

/** Reads the states that snapshots hold, for others than Axon. */
public final class KeptStates {
    private KeptStates() {}

    /** The state in a stored snapshot; absent when it is of another version than today's. */
    public static Optional<Object> read(DomainSerializer serializer, SerializedObject<String> stored) {
        if (!EventTypes.isKnown(stored.getType())) {
            return Optional.empty();
        }
        try {
            return serializer.deserialize(stored) instanceof Shell<?> shell
                    ? Optional.ofNullable(shell.state())
                    : Optional.empty();
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }
}
