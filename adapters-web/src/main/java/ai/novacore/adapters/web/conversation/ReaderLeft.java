package ai.novacore.adapters.web.conversation;

import java.io.IOException;

/** Whoever read a streamed answer is gone, so the model may stop. */
final class ReaderLeft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReaderLeft(IOException cause) {
        super("the reader left", cause);
    }
}
