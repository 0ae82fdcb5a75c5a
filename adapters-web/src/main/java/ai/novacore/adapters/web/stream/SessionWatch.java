package ai.novacore.adapters.web.stream;

import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.shared.Correlation;
import ai.novacore.application.user.port.in.AccessQuery;
import ai.novacore.application.user.port.in.AccessQuery.Access;
import ai.novacore.domain.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends what is open when its session is over, its owner suspended, or its token expired. Looks every two seconds, with one
 * query for all, so that it is over within five. As long as nobody can be asked, everything stays open: whoever cannot
 * reach the database cannot ask anything new either.
 */
@Component
final class SessionWatch {
    private static final int PACE_MILLIS = 2_000;
    static final Duration PACE = Duration.ofMillis(PACE_MILLIS);

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
    private static final Actor WATCH = Actor.system("session-watch");

    private final OpenStreams streams;
    private final AccessQuery sessions;
    private final Clock clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean unanswered;

    SessionWatch(OpenStreams streams, AccessQuery sessions, Clock clock) {
        this.streams = streams;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** At a fixed rate, so that a slow answer holds up no other scheduled work; while one is awaited, none is asked. */
    @Scheduled(fixedRate = PACE_MILLIS)
    void look() {
        endExpired(streams.all(), clock.instant());
        List<OpenStream> open =
                streams.all().stream().filter(SessionWatch::hasSession).toList();
        if (open.isEmpty() || !asking.compareAndSet(false, true)) {
            return;
        }
        try {
            Correlation.of(WATCH).run(() -> ask(open));
        } finally {
            asking.set(false);
        }
    }

    /** Where a service acts for somebody there is none that could end. */
    private static boolean hasSession(OpenStream stream) {
        return !stream.member().session().equals(Member.NO_SESSION);
    }

    private static void endExpired(List<OpenStream> open, Instant now) {
        for (OpenStream stream : open) {
            Instant end = stream.tokenEnds();
            if (end != null && !now.isBefore(end)) {
                end(stream, Ending.TOKEN_EXPIRED);
            }
        }
    }

    private void ask(List<OpenStream> open) {
        Set<String> asked =
                open.stream().map(stream -> stream.member().session()).collect(Collectors.toUnmodifiableSet());
        Map<String, Access> access;
        try {
            access = sessions.access(asked);
        } catch (RuntimeException e) {
            if (!unanswered) {
                LOG.warn("Whether sessions go on could not be asked; streams stay open, and it is tried again", e);
            }
            unanswered = true;
            return;
        }
        unanswered = false;
        open.forEach(stream -> judge(stream, access));
    }

    private static void judge(OpenStream stream, Map<String, Access> all) {
        Access access = all.get(stream.member().session());
        if (access == null || !access.user().equals(stream.member().id())) {
            end(stream, Ending.SESSION_ENDED);
        } else if (access.suspended()) {
            end(stream, Ending.ACCOUNT_SUSPENDED);
        } else {
            stream.goesOn(access);
        }
    }

    /** One that does not end must not keep the others from ending. */
    private static void end(OpenStream stream, Ending why) {
        try {
            stream.end(why);
        } catch (RuntimeException e) {
            LOG.error("An open stream did not end; it is tried again", e);
        }
    }
}
