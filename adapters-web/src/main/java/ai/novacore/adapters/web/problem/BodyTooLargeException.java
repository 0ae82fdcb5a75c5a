package ai.novacore.adapters.web.problem;

import java.io.IOException;

/** A body turned out to be longer than what is read, while it was being read. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public BodyTooLargeException(long limit) {
        super("a body of more than " + limit + " bytes");
    }
}
