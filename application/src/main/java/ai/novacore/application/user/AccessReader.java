package ai.novacore.application.user;

import ai.novacore.application.user.port.in.AccessQuery;
import ai.novacore.application.user.port.out.SessionStore;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;

/** Asks the store each time: what was revoked a moment ago must not live on in a cache. */
public final class AccessReader implements AccessQuery {
    private final SessionStore sessions;
    private final Clock clock;

    public AccessReader(SessionStore sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Map<String, Access> access(Collection<String> asked) {
        return asked.isEmpty() ? Map.of() : sessions.access(asked, clock.instant());
    }
}
