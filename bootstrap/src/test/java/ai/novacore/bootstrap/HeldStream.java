package ai.novacore.bootstrap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection that somebody holds open, and that costs this side next to nothing. */
public final class HeldStream implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LONGEST_SHORT_FRAME = 126;
    private static final int RECEIVE_BYTES = 4_096;

    private final Socket socket;

    private HeldStream(int port, String request, String wanted) {
        try {
            socket = new Socket();
            // So that whoever reads nothing is noticed soon.
            socket.setReceiveBufferSize(RECEIVE_BYTES);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            readUntil(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A WebSocket on which nothing is said. */
    public static HeldStream socket(int port, String token) {
        String request = String.join(
                "\r\n",
                "GET /ws/chat HTTP/1.1",
                "Host: localhost",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol: nova.chat.v1, bearer." + token,
                "",
                "");
        return new HeldStream(port, request, "\r\n\r\n");
    }

    /** An answer that has begun. */
    public static HeldStream answer(int port, String token) {
        String body = "{\"message\":\"Tell me something long, please.\",\"useMemory\":false}";
        String request = String.join(
                "\r\n",
                "POST /api/intelligence/chat HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + token,
                "Accept: text/event-stream",
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "",
                body);
        return new HeldStream(port, request, "event: meta");
    }

    private void readUntil(String wanted) throws IOException {
        StringBuilder read = new StringBuilder();
        InputStream in = new BufferedInputStream(socket.getInputStream(), 256);
        while (read.indexOf(wanted) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("cut off after " + read);
            }
            read.append((char) next);
        }
        String status = read.substring(0, read.indexOf("\r\n"));
        if (!status.contains(" 101") && !status.contains(" 200")) {
            throw new IOException("refused: " + status);
        }
    }

    /** Sends a text over the WebSocket. */
    void say(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        if (payload.length >= LONGEST_SHORT_FRAME) {
            throw new IllegalArgumentException("too long for a short frame");
        }
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) 0x81;
        // Masked as from any client, by zeros.
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        try {
            socket.getOutputStream().write(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other side has closed the connection: what is sent then comes back as a reset. Reads nothing. */
    boolean isClosedByServer() {
        try {
            socket.getOutputStream().write('\n');
            return false;
        } catch (IOException e) {
            return true;
        }
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
