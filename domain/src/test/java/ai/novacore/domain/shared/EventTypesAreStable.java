package ai.novacore.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.user.UserEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events are stored by these names, so two that share one, or one without, would make a log that can't be read. */
class EventTypesAreStable {
    private static final Map<String, Class<? extends DomainEvent>> AGGREGATES = Map.of(
            "user", UserEvent.class,
            "subscription", SubscriptionEvent.class,
            "quota", QuotaEvent.class,
            "memory", MemoryEvent.class,
            "conversation", ConversationEvent.class);

    @Test
    void everyEventIsNamedForItsAggregateWithAVersion() {
        AGGREGATES.forEach((aggregate, events) -> assertThat(permitted(events))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(nameOf(event))
                        .as("%s", event)
                        .matches(aggregate + "\\.[a-z]+(-[a-z]+)*/[1-9][0-9]*")));
    }

    @Test
    void noTwoEventsShareAName() {
        List<String> names = AGGREGATES.values().stream()
                .flatMap(EventTypesAreStable::permitted)
                .map(EventTypesAreStable::nameOf)
                .toList();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(AGGREGATES.size());
    }

    private static Stream<Class<?>> permitted(Class<?> events) {
        return Stream.of(events.getPermittedSubclasses());
    }

    private static String nameOf(Class<?> event) {
        EventType type = event.getAnnotation(EventType.class);
        return type == null ? "" : type.value();
    }
}
