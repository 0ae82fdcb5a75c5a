package ai.novacore.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A client that sends a prepared request over a connection that it keeps, and reads the chunked answer to its end. It
 * looks at as little as it can, because it shares the machine with what it measures.
 */
final class Streamer implements AutoCloseable {
    private static final byte[] GOOD = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEADERS_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BODY_END = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private Socket socket;
    private byte[] answer = new byte[1 << 16];
    private int length;

    Streamer(int port) {
        this.port = port;
        this.socket = connect();
    }

    /** How long it took from sending the request to the first token, and to the end of the answer. */
    record Times(long firstNanos, long totalNanos) {}

    private Socket connect() {
        try {
            Socket connected = new Socket(InetAddress.getLoopbackAddress(), port);
            connected.setTcpNoDelay(true);
            connected.setSoTimeout(60_000);
            return connected;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param first the bytes that the first token begins with
     * @param last the bytes that only a whole answer has
     */
    Times exchange(byte[] request, byte[] first, byte[] last) {
        length = 0;
        try {
            long sent = System.nanoTime();
            socket.getOutputStream().write(request);
            long seen = 0;
            do {
                int before = length;
                read();
                requireGood();
                if (seen == 0 && find(first, Math.max(0, before - first.length)) >= 0) {
                    seen = System.nanoTime();
                }
            } while (!endsWith(BODY_END));
            Times times = new Times(seen - sent, System.nanoTime() - sent);
            check(seen != 0, last);
            return times;
        } catch (IOException e) {
            throw new UncheckedIOException(said(), e);
        }
    }

    private void read() throws IOException {
        if (length == answer.length) {
            answer = Arrays.copyOf(answer, 2 * length);
        }
        int count = socket.getInputStream().read(answer, length, answer.length - length);
        if (count < 0) {
            throw new EOFException("the answer was cut off");
        }
        length += count;
    }

    private void requireGood() throws IOException {
        if (length >= GOOD.length && !Arrays.equals(answer, 0, GOOD.length, GOOD, 0, GOOD.length)) {
            throw new IOException("the answer was refused");
        }
    }

    /** The answer is whole; and the connection is replaced when the other side will close it. */
    private void check(boolean tokens, byte[] last) throws IOException {
        int headLength = find(HEADERS_END, 0);
        String head = new String(answer, 0, headLength, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        joinChunks(headLength + HEADERS_END.length);
        if (!tokens || find(last, 0) < 0) {
            throw new IOException("the answer has no tokens, or no end");
        }
        if (head.contains("connection: close")) {
            socket.close();
            socket = connect();
        }
    }

    /** What is looked for may lie across two chunks, so their sizes have to go. */
    private void joinChunks(int begin) {
        int to = begin;
        for (int from = begin; from < length; ) {
            int lineEnd = from;
            while (answer[lineEnd] != '\r') {
                lineEnd++;
            }
            int size = Integer.parseInt(new String(answer, from, lineEnd - from, StandardCharsets.US_ASCII), 16);
            System.arraycopy(answer, lineEnd + 2, answer, to, size);
            to += size;
            from = lineEnd + 2 + size + 2;
        }
        length = to;
    }

    private String said() {
        return new String(answer, 0, Math.min(length, 2_000), StandardCharsets.UTF_8);
    }

    private int find(byte[] wanted, int from) {
        for (int i = from; i <= length - wanted.length; i++) {
            if (Arrays.equals(answer, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private boolean endsWith(byte[] end) {
        return length >= end.length && Arrays.equals(answer, length - end.length, length, end, 0, end.length);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
