package ai.novacore.adapters.web.memory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a body line by line, with no more than one bounded line in memory. */
final class BoundedLines {
    private static final int END = -1;

    private final InputStream body;
    private final int longest;

    /** @param longest in bytes; of a longer line the rest is passed over */
    BoundedLines(InputStream body, int longest) {
        this.body = body;
        this.longest = longest;
    }

    /** A line without its end. {@code text} is absent when it was too long, or is not UTF-8. */
    record Line(@Nullable String text, boolean tooLong) {}

    /** Absent at the end of the body. */
    @Nullable Line next() throws IOException {
        int next = body.read();
        if (next == END) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (next != END && next != '\n') {
            tooLong = tooLong || line.size() == longest;
            if (!tooLong) {
                line.write(next);
            }
            next = body.read();
        }
        return tooLong ? new Line(null, true) : new Line(decoded(line.toByteArray()), false);
    }

    private static @Nullable String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }
}
