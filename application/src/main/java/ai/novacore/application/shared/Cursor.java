package ai.novacore.application.shared;

import java.time.Instant;

/** A place in a list that is sorted by time, newest first, and by id where times are equal: the last item before it. */
public record Cursor(Instant at, String id) {}
