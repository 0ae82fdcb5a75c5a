package ai.novacore.application.axon;

import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.shared.EventType;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.user.UserEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Which class is stored under which name and version: all domain events, and the aggregate states that snapshots hold.
 * Stored names are those of {@link EventType}, so classes may be renamed and moved.
 */
public final class EventTypes {
    private static final Map<Class<?>, SerializedType> TYPES = new HashMap<>();
    private static final Map<SerializedType, Class<?>> CLASSES = new HashMap<>();

    static {
        Stream.of(
                        UserEvent.class,
                        SubscriptionEvent.class,
                        QuotaEvent.class,
                        MemoryEvent.class,
                        ConversationEvent.class)
                .flatMap(parent -> Stream.of(parent.getPermittedSubclasses()))
                .forEach(EventTypes::add);
        Stream.of(
                        UserAggregate.class,
                        SubscriptionAggregate.class,
                        QuotaAggregate.class,
                        MemoryAggregate.class,
                        ConversationAggregate.class)
                .forEach(EventTypes::add);
    }

    private EventTypes() {}

    private static void add(Class<?> type) {
        EventType annotation = type.getAnnotation(EventType.class);
        if (annotation == null) {
            throw new IllegalStateException(type.getName() + " has no @EventType");
        }
        SerializedType name = parse(annotation.value());
        TYPES.put(type, name);
        if (CLASSES.put(name, type) != null) {
            throw new IllegalStateException("two classes are stored as " + annotation.value());
        }
    }

    /** Reads {@code quota.opened/1} as name and revision. */
    public static SerializedType parse(String stored) {
        int slash = stored.lastIndexOf('/');
        return new SimpleSerializedType(stored.substring(0, slash), stored.substring(slash + 1));
    }

    /** Writes name and revision as {@code quota.opened/1}. */
    public static String format(SerializedType type) {
        return type.getName() + "/" + type.getRevision();
    }

    /** The stored name of a class; absent for classes that are neither events nor snapshots. */
    static @Nullable SerializedType typeOf(Class<?> type) {
        return TYPES.get(type);
    }

    /** Whether there is a class for a stored name and version. */
    public static boolean isKnown(SerializedType type) {
        return CLASSES.containsKey(type);
    }

    /** The class that is stored under a name and version; absent when there is none any more. */
    static @Nullable Class<?> classOf(SerializedType type) {
        return CLASSES.get(type);
    }
}
