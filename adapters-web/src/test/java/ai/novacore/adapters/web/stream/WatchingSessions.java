package ai.novacore.adapters.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.user.port.in.AccessQuery;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchingSessions implements AccessQuery {
    private static final UserId ADA = new UserId("usr_ada");

    private final ManualClock clock = new ManualClock();
    private final OpenStreams streams = new OpenStreams();
    private final SessionWatch watch = new SessionWatch(streams, this, clock);
    private final Map<String, Access> sessions = new HashMap<>();
    private final List<Set<String>> asked = new ArrayList<>();
    private boolean down;

    @Override
    public Map<String, Access> access(Collection<String> which) {
        asked.add(new HashSet<>(which));
        if (down) {
            throw new IllegalStateException("no database");
        }
        Map<String, Access> found = new HashMap<>(sessions);
        found.keySet().retainAll(which);
        return found;
    }

    @Test
    void asksNothingWhenNothingIsOpen() {
        watch.look();

        assertThat(asked).isEmpty();
    }

    @Test
    void asksOnceForAll() {
        for (String session : List.of("s1", "s2", "s2", "s3")) {
            open(session, null);
        }
        watch.look();

        assertThat(asked).containsExactly(Set.of("s1", "s2", "s3"));
    }

    @Test
    void endsWhatMayNotGoOnAndKeepsTheRest() {
        Fake over = open("over", null);
        Fake foreign = open("foreign", null);
        Fake suspended = open("suspended", null);
        Fake fine = open("fine", null);
        sessions.put("foreign", access(new UserId("usr_ben"), false));
        sessions.put("suspended", access(ADA, true));
        sessions.put("fine", access(ADA, false));

        watch.look();

        assertThat(over.endings).containsExactly(Ending.SESSION_ENDED);
        assertThat(foreign.endings).containsExactly(Ending.SESSION_ENDED);
        assertThat(suspended.endings).containsExactly(Ending.ACCOUNT_SUSPENDED);
        assertThat(fine.endings).isEmpty();
        assertThat(fine.renewed).containsExactly(access(ADA, false));
    }

    @Test
    void leavesAloneWhatAServiceAsksForSomebody() {
        Fake service = open(Member.NO_SESSION, null);

        watch.look();

        assertThat(service.endings).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void keepsEverythingWhileNobodyCanBeAsked() {
        Fake stream = open("over", null);
        down = true;
        watch.look();
        watch.look();
        assertThat(stream.endings).isEmpty();

        down = false;
        watch.look();
        assertThat(stream.endings).containsExactly(Ending.SESSION_ENDED);
    }

    @Test
    void endsWhatOutlivesItsTokenAlsoWhileNobodyCanBeAsked() {
        Fake short1 = open("s1", clock.instant().plusSeconds(60));
        Fake endless = open("s1", null);
        down = true;
        clock.advance(Duration.ofSeconds(59));
        watch.look();
        assertThat(short1.endings).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        watch.look();
        assertThat(short1.endings).containsExactly(Ending.TOKEN_EXPIRED);
        assertThat(endless.endings).isEmpty();
    }

    @Test
    void isNotHeldUpByOneThatDoesNotEnd() {
        for (int i = 0; i < 3; i++) {
            open("over", null).broken = true;
        }
        Fake last = open("over", null);

        watch.look();

        assertThat(last.endings).containsExactly(Ending.SESSION_ENDED);
    }

    @Test
    void tellsLatecomersThatTheProductStops() {
        streams.closing(true);

        assertThat(open("s1", null).finished).isTrue();
    }

    private Fake open(String session, @Nullable Instant tokenEnds) {
        Fake stream = new Fake(new Member(ADA, session, Tier.FREE), tokenEnds);
        streams.add(stream);
        return stream;
    }

    private static Access access(UserId user, boolean suspended) {
        return new Access(user, List.of(Role.MEMBER), Tier.PRO, suspended);
    }

    private static final class Fake implements OpenStream {
        private final Member member;
        private final @Nullable Instant tokenEnds;
        private final List<Ending> endings = new ArrayList<>();
        private final List<Access> renewed = new ArrayList<>();
        private boolean broken;
        private boolean finished;

        Fake(Member member, @Nullable Instant tokenEnds) {
            this.member = member;
            this.tokenEnds = tokenEnds;
        }

        @Override
        public Member member() {
            return member;
        }

        @Override
        public @Nullable Instant tokenEnds() {
            return tokenEnds;
        }

        @Override
        public void goesOn(Access access) {
            renewed.add(access);
        }

        @Override
        public void end(Ending why) {
            if (broken) {
                throw new IllegalStateException("cannot end");
            }
            endings.add(why);
        }

        @Override
        public void finish() {
            finished = true;
        }

        @Override
        public void stop() {}
    }
}
