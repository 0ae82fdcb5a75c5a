package ai.novacore.adapters.web.stream;

import org.jspecify.annotations.Nullable;

/** Whoever read a streamed answer is gone, so the model may stop. */
public final class ReaderLeft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReaderLeft(@Nullable Exception cause) {
        super("the reader left", cause);
    }
}
