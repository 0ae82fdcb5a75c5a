package ai.novacore.application.support;

import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.EventType;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.user.UserEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A log in memory; what is appended was recorded when it happened. */
public final class InMemoryHistoryLog implements HistoryLog {
    private final List<Entry> log = new ArrayList<>();

    public synchronized void append(DomainEvent event) {
        String type = Objects.requireNonNull(event.getClass().getAnnotation(EventType.class))
                .value();
        log.add(new Entry(
                log.size() + 1L,
                event.id().value(),
                type.substring(0, type.indexOf('.')),
                stream(event.id().value(), 0, Integer.MAX_VALUE).size(),
                "event-" + log.size(),
                type,
                event.at(),
                "request-1",
                null,
                Actor.system("test"),
                "{}",
                event));
    }

    @Override
    public synchronized List<Entry> stream(String stream, long fromSequence, int limit) {
        return log.stream()
                .filter(entry -> entry.stream().equals(stream) && entry.sequence() >= fromSequence)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Long> lastSequence(String stream) {
        return stream(stream, 0, Integer.MAX_VALUE).stream()
                .map(Entry::sequence)
                .reduce((first, last) -> last);
    }

    @Override
    public long lastSequenceAt(String stream, Instant instant) {
        return stream(stream, 0, Integer.MAX_VALUE).stream()
                        .takeWhile(entry -> !entry.at().isAfter(instant))
                        .count()
                - 1;
    }

    @Override
    public Optional<Kept> kept(String stream) {
        return Optional.empty();
    }

    @Override
    public synchronized List<Entry> ofPerson(UserId person, Instant before, long beforePosition, int limit) {
        return log.reversed().stream()
                .filter(entry -> person.equals(person(entry)))
                .filter(entry -> entry.recordedAt().isBefore(before)
                        || (entry.recordedAt().equals(before) && entry.position() < beforePosition))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<UserId> personOf(String stream) {
        return stream(stream, 0, 1).stream().map(InMemoryHistoryLog::person).findFirst();
    }

    private static UserId person(Entry entry) {
        return switch (entry.event()) {
            case UserEvent event -> event.id();
            case SubscriptionEvent event -> event.user();
            case QuotaEvent event -> event.id().user();
            case MemoryEvent event -> event.owner();
            case ConversationEvent event -> event.owner();
            case null, default -> throw new IllegalStateException("an event of no known family");
        };
    }
}
