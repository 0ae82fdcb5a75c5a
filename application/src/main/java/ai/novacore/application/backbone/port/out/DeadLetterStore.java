package ai.novacore.application.backbone.port.out;

import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events that handlers failed on, as they wait, and those that somebody gave up. */
public interface DeadLetterStore {

    /** The letters, newest first; of one processor or of all. */
    Page<Letter> list(@Nullable String processor, PageRequest page);

    Optional<Letter> find(String id);

    /**
     * Removes a letter for good, and keeps that it was.
     *
     * @return false when it is not there any more
     */
    boolean discard(String id, Discarding discarding);

    /** What was discarded, newest first. */
    Page<Discarded> discarded(PageRequest page);

    /**
     * An event that a handler failed on.
     *
     * @param eventType stored name and version
     * @param aggregate whose event it is; absent for an event of none
     * @param sequence its place among the events of the aggregate
     * @param causeType what sort of failure the last one was
     * @param causeMessage what the last failure says; may quote the event
     * @param attempts how often it failed
     * @param retryAt when it is tried again by itself; absent when it is parked
     * @param parked whether only a person can decide about it
     * @param waitsFor how many letters must be settled before this one can be tried
     */
    record Letter(
            String id,
            String processor,
            String eventId,
            String eventType,
            @Nullable String aggregate,
            @Nullable Long sequence,
            @Nullable String causeType,
            @Nullable String causeMessage,
            long attempts,
            @Nullable Instant retryAt,
            boolean parked,
            Instant enqueuedAt,
            long waitsFor) {}

    /** Who gave a letter up, and why. */
    record Discarding(String by, Instant at, String reason) {}

    /** A letter that somebody gave up. */
    record Discarded(
            String id,
            String processor,
            String eventId,
            String eventType,
            @Nullable String aggregate,
            @Nullable Long sequence,
            Instant enqueuedAt,
            Discarding discarding) {}
}
