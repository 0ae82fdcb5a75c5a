package ai.novacore.adapters.web.socket;

import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.TextMessage;

/** Puts the parts of messages together. Used by the one thread at a time that reads a connection. */
final class Inbox {
    /** Eight times the longest question that is answered, so that such a one can be told what is wrong with it. */
    static final int LONGEST_BYTES = 256 * 1024;

    private @Nullable StringBuilder parts;
    private int bytes;

    /** A message was longer than what is read. */
    static final class TooBig extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The whole message, once its last part is there. */
    @Nullable String add(TextMessage part) throws TooBig {
        bytes += part.getPayloadLength();
        if (bytes > LONGEST_BYTES) {
            parts = null;
            throw new TooBig();
        }
        if (parts == null && part.isLast()) {
            bytes = 0;
            return part.getPayload();
        }
        parts = (parts == null ? new StringBuilder() : parts).append(part.getPayload());
        if (!part.isLast()) {
            return null;
        }
        String whole = parts.toString();
        parts = null;
        bytes = 0;
        return whole;
    }
}
