package ai.novacore.application.user.port.out;

import ai.novacore.application.user.port.in.AccessQuery.Access;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps sessions: each begins with a log-in and goes on until it is ended, or until nobody has used it for too long. */
public interface SessionStore {

    /**
     * A session as it is kept.
     *
     * @param userAgent what the browser or client called itself; may be empty
     * @param lastUsedAt when its tokens were last renewed
     * @param expiresAt when it is over by itself, unless it is used again
     * @param endedAt when it was ended; absent while it was not
     */
    record StoredSession(
            String id,
            UserId user,
            String userAgent,
            Instant begunAt,
            Instant lastUsedAt,
            Instant expiresAt,
            @Nullable Instant endedAt) {

        public boolean goesOn(Instant now) {
            return endedAt == null && now.isBefore(expiresAt);
        }
    }

    void begin(StoredSession session);

    Optional<StoredSession> find(String id);

    /** Notes that a session was used; nothing to do when it is unknown. */
    void extend(String id, Instant usedAt, Instant expiresAt);

    /** The sessions of a person that go on, the one that was used last first; 100 at the most. */
    List<StoredSession> open(UserId user, Instant now);

    /**
     * Ends a session.
     *
     * @return whether this call did it; false when it is unknown or had ended
     */
    boolean end(String id, Instant now);

    /**
     * Ends the sessions of a person.
     *
     * @param except one that goes on
     */
    void endAll(UserId user, @Nullable String except, Instant now);

    /** What sessions may do that go on, by session; the others are missing. */
    Map<String, Access> access(Collection<String> ids, Instant now);

    /**
     * Forgets sessions that have been over since before a moment, with their tokens.
     *
     * @return how many
     */
    int forget(Instant overBefore);

    /** Forgets all sessions of a person, with their tokens. */
    void remove(UserId user);
}
