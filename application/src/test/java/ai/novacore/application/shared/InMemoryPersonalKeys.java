package ai.novacore.application.shared;

import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.domain.shared.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the texts themselves and gives out numbers for them, which hides them as well as any cipher. */
public final class InMemoryPersonalKeys implements PersonalKeys {
    private final Map<String, Entry> texts = new ConcurrentHashMap<>();
    private final Set<UserId> destroyed = ConcurrentHashMap.newKeySet();

    private record Entry(UserId person, String text) {}

    @Override
    public String seal(UserId person, String text) {
        String number = UUID.randomUUID().toString();
        texts.put(number, new Entry(person, text));
        return number;
    }

    @Override
    public Optional<String> open(UserId person, String sealed) {
        if (destroyed.contains(person)) {
            return Optional.empty();
        }
        Entry entry = texts.get(sealed);
        if (entry == null || !entry.person().equals(person)) {
            throw new IllegalArgumentException("not sealed for this person");
        }
        return Optional.of(entry.text());
    }

    @Override
    public void destroy(UserId person) {
        destroyed.add(person);
        texts.values().removeIf(entry -> entry.person().equals(person));
    }
}
