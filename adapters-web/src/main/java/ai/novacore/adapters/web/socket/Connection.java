package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.security.Member;
import ai.novacore.adapters.web.socket.SocketAdmission.Pass;
import ai.novacore.adapters.web.stream.Ending;
import ai.novacore.adapters.web.stream.OpenStream;
import ai.novacore.adapters.web.stream.StoppableTurn;
import ai.novacore.application.user.port.in.AccessQuery.Access;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One WebSocket: whose it is, what runs in it, and whether anybody is still there. */
final class Connection implements OpenStream {
    /** As many answers as a person can follow. Each holds a thread, and a place at the model. */
    static final int MOST_TURNS = 4;

    private final Outbox outbox;
    private final Inbox inbox = new Inbox();
    private final @Nullable Instant tokenEnds;
    private final Clock clock;
    private volatile Member member;
    private final Set<StoppableTurn> running = new HashSet<>();
    private boolean finishing;
    private boolean gone;
    private Instant heard;
    private @Nullable Instant asked;

    Connection(Pass pass, Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.tokenEnds = pass.tokenEnds();
        this.clock = clock;
        this.member = pass.member();
        this.heard = clock.instant();
    }

    /** What became of a wish to begin. */
    enum Beginning {
        BEGUN,
        TOO_MANY,
        CLOSING
    }

    Outbox outbox() {
        return outbox;
    }

    Inbox inbox() {
        return inbox;
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
        if (access.tier() != member.tier()) {
            member = new Member(member.id(), member.session(), access.tier());
        }
    }

    /** Makes room for a turn. Whoever gets it says when it has {@link #ended}. */
    synchronized Beginning begin(StoppableTurn turn) {
        if (gone || finishing) {
            return Beginning.CLOSING;
        }
        if (running.size() == MOST_TURNS) {
            return Beginning.TOO_MANY;
        }
        running.add(turn);
        return Beginning.BEGUN;
    }

    synchronized void ended(StoppableTurn turn) {
        running.remove(turn);
        closeWhenDone();
    }

    @Override
    public void end(Ending why) {
        outbox.close(Closing.of(why));
        stop();
    }

    @Override
    public synchronized void finish() {
        finishing = true;
        closeWhenDone();
    }

    @Override
    public void stop() {
        running().forEach(StoppableTurn::stop);
    }

    /** The connection is gone, and so nobody waits for what runs in it. */
    void gone() {
        synchronized (this) {
            gone = true;
        }
        outbox.shut();
        running().forEach(StoppableTurn::readerLeft);
    }

    private synchronized List<StoppableTurn> running() {
        return List.copyOf(running);
    }

    private void closeWhenDone() {
        if (finishing && running.isEmpty()) {
            outbox.close(Closing.STOPPING);
        }
    }

    /** Something came from the other side. */
    synchronized void heard() {
        heard = clock.instant();
        asked = null;
    }

    /** Asks a silent reader whether they are there, and closes the connection of one who was asked and did not answer. */
    synchronized void beat(Instant now, Duration patience) {
        if (asked != null) {
            if (!now.isBefore(asked.plus(patience))) {
                outbox.close(Closing.SILENT);
            }
        } else if (!now.isBefore(heard.plus(patience))) {
            asked = now;
            outbox.ping();
        }
    }
}
