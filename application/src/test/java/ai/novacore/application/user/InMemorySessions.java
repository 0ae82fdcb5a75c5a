package ai.novacore.application.user;

import ai.novacore.application.user.port.in.AccessQuery.Access;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sessions in memory; refresh tokens that belong to them are forgotten elsewhere. */
public final class InMemorySessions implements SessionStore {
    private final Map<String, StoredSession> sessions = new LinkedHashMap<>();
    private final AccountStore accounts;

    public InMemorySessions(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public synchronized void begin(StoredSession session) {
        sessions.put(session.id(), session);
    }

    @Override
    public synchronized Optional<StoredSession> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    @Override
    public synchronized void extend(String id, Instant usedAt, Instant expiresAt) {
        change(
                session -> session.id().equals(id),
                s -> new StoredSession(s.id(), s.user(), s.userAgent(), s.begunAt(), usedAt, expiresAt, s.endedAt()));
    }

    @Override
    public synchronized List<StoredSession> open(UserId user, Instant now) {
        return sessions.values().stream()
                .filter(session -> session.user().equals(user) && session.goesOn(now))
                .sorted(Comparator.comparing(StoredSession::lastUsedAt)
                        .thenComparing(StoredSession::id)
                        .reversed())
                .limit(100)
                .toList();
    }

    @Override
    public synchronized boolean end(String id, Instant now) {
        return change(session -> session.id().equals(id) && session.endedAt() == null, session -> ended(session, now));
    }

    @Override
    public synchronized void endAll(UserId user, @Nullable String except, Instant now) {
        change(
                session -> session.user().equals(user)
                        && session.endedAt() == null
                        && !session.id().equals(except),
                session -> ended(session, now));
    }

    @Override
    public synchronized Map<String, Access> access(Collection<String> ids, Instant now) {
        Map<String, Access> found = new HashMap<>();
        ids.stream().map(sessions::get).forEach(session -> {
            if (session != null && session.goesOn(now)) {
                accounts.find(session.user())
                        .filter(account -> account.standing() != Standing.CLOSING)
                        .ifPresent(account -> found.put(session.id(), access(account)));
            }
        });
        return found;
    }

    private static Access access(Account account) {
        return new Access(account.id(), account.roles(), account.tier(), account.standing() == Standing.SUSPENDED);
    }

    @Override
    public synchronized int forget(Instant overBefore) {
        int before = sessions.size();
        sessions.values()
                .removeIf(session -> session.expiresAt().isBefore(overBefore)
                        || (session.endedAt() != null && session.endedAt().isBefore(overBefore)));
        return before - sessions.size();
    }

    @Override
    public synchronized void remove(UserId user) {
        sessions.values().removeIf(session -> session.user().equals(user));
    }

    private static StoredSession ended(StoredSession s, Instant now) {
        return new StoredSession(s.id(), s.user(), s.userAgent(), s.begunAt(), s.lastUsedAt(), s.expiresAt(), now);
    }

    private boolean change(Predicate<StoredSession> which, UnaryOperator<StoredSession> change) {
        List<StoredSession> chosen = sessions.values().stream().filter(which).toList();
        chosen.forEach(session -> sessions.put(session.id(), change.apply(session)));
        return !chosen.isEmpty();
    }
}
