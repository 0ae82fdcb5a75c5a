package ai.novacore.adapters.web.stream;

import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.user.port.in.AccessQuery.Access;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that a member holds open longer than the moment at which they were let in. No call waits for the reader. */
public interface OpenStream {

    /** Whose it is, and of which session. */
    Member member();

    /** When the token ends that it was opened with; nothing where it may outlive that. */
    @Nullable Instant tokenEnds();

    /** The session goes on, and this is what its owner has now. */
    void goesOn(Access access);

    /** Ends it with what runs in it, and tells the reader why. */
    void end(Ending why);

    /** Ends it as soon as nothing runs in it. */
    void finish();

    /** Stops what runs in it; what was said so far stands, and the reader is told that it was interrupted. */
    void stop();
}
