package ai.novacore.adapters.web.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that opens a connection, asks, and then reads nothing unless it is told to. */
public final class RawSocket implements AutoCloseable {
    private static final byte[] MASK = {0, 0, 0, 0};

    private final Socket socket = new Socket();

    private RawSocket(TestServer server) throws IOException {
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    }

    /** Sends a request as it stands. */
    public static RawSocket request(TestServer server, String request) throws IOException {
        RawSocket raw = new RawSocket(server);
        raw.socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return raw;
    }

    /** Opens a WebSocket, whose answer it reads. */
    public static RawSocket upgraded(TestServer server) throws IOException {
        RawSocket raw = request(server, upgrade(server.token(FakeAccounts.ANNA)) + "\r\n");
        String answer = raw.head();
        if (!answer.startsWith("HTTP/1.1 101 ")) {
            throw new IllegalStateException(answer);
        }
        return raw;
    }

    /** The head of a request for a WebSocket, without its end. */
    public static String upgrade(String token) {
        return plainUpgrade() + "Sec-WebSocket-Protocol: nova.chat.v1, bearer." + token + "\r\n";
    }

    /** The same without subprotocols. */
    public static String plainUpgrade() {
        return String.join(
                "\r\n",
                "GET /ws/chat HTTP/1.1",
                "Host: x",
                "Connection: Upgrade, close",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "");
    }

    /** Sends a short text message. */
    public RawSocket say(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) (0x80 | bytes.length)});
        socket.getOutputStream().write(MASK);
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Reads to the end of the head of an answer. */
    public String head() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IllegalStateException("cut off after " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Whether the server has sent more than was read. */
    public boolean hasMore() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** Reads a short frame: "ping", "text …", or "close" with code and reason. */
    public String frame() throws IOException {
        InputStream in = socket.getInputStream();
        int kind = in.read() & 0x0f;
        byte[] payload = in.readNBytes(in.read());
        return switch (kind) {
            case 1 -> "text " + new String(payload, StandardCharsets.UTF_8);
            case 8 ->
                "close " + ((payload[0] & 0xff) << 8 | payload[1] & 0xff) + " "
                        + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
            case 9 -> "ping";
            default -> "frame of kind " + kind;
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
