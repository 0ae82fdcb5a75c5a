package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the lines of a stream together again, however it was cut into pieces. Works on bytes: a cut through the middle
 * of a character does no harm.
 */
final class NdjsonLines {
    private final int longest;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    /** @param longest how many bytes a line may have */
    NdjsonLines(int longest) {
        this.longest = longest;
    }

    /** The lines that these bytes complete, without blank ones. */
    List<byte[]> add(List<ByteBuffer> buffers) {
        List<byte[]> complete = new ArrayList<>();
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    finish(complete);
                } else if (begun.size() == longest) {
                    throw new ModelFailure(Kind.FAILED, "Ollama sent a line of more than " + longest + " bytes");
                } else {
                    begun.write(next);
                }
            }
        }
        return complete;
    }

    /** The last line, when the stream ended without a line break. */
    List<byte[]> end() {
        List<byte[]> complete = new ArrayList<>();
        finish(complete);
        return complete;
    }

    private void finish(List<byte[]> complete) {
        byte[] line = begun.toByteArray();
        begun.reset();
        for (byte b : line) {
            if (b != ' ' && b != '\r' && b != '\t') {
                complete.add(line);
                return;
            }
        }
    }
}
