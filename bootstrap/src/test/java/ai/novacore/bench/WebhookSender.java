package ai.novacore.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends prepared requests over a number of connections that are kept, each as soon as the one before is answered. It looks at
 * as little of the answers as it can, because it shares the machine with what it measures.
 */
final class WebhookSender {
    private WebhookSender() {}

    /**
     * @param latencies how long each answer took, in nanoseconds
     */
    record Run(double perSecond, List<Long> latencies) {}

    /** @throws IllegalStateException when one is not answered with 200 */
    static Run send(int port, int connections, List<byte[]> requests) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<List<Long>>> loops = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                loops.add(() -> loop(port, requests, next));
            }
            long begin = System.nanoTime();
            List<Long> latencies = new ArrayList<>(requests.size());
            for (Future<List<Long>> loop : threads.invokeAll(loops)) {
                latencies.addAll(loop.get());
            }
            return new Run(requests.size() * 1e9 / (System.nanoTime() - begin), latencies);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a webhook was not taken", e.getCause());
        }
    }

    private static List<Long> loop(int port, List<byte[]> requests, AtomicInteger next) throws IOException {
        List<Long> latencies = new ArrayList<>();
        byte[] buffer = new byte[1 << 14];
        Socket socket = connect(port);
        try {
            for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                long sent = System.nanoTime();
                socket.getOutputStream().write(requests.get(i));
                String answer = read(socket, buffer);
                latencies.add(System.nanoTime() - sent);
                if (answer.contains("\r\nConnection: close\r\n")) {
                    // A server may have enough of a connection after a number of requests.
                    socket.close();
                    socket = connect(port);
                }
            }
        } finally {
            socket.close();
        }
        return latencies;
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static String read(Socket socket, byte[] buffer) throws IOException {
        int length = 0;
        String answer;
        do {
            int count = socket.getInputStream().read(buffer, length, buffer.length - length);
            if (count <= 0) {
                throw new EOFException("the answer was cut off, or is very long");
            }
            length += count;
            answer = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
        } while (!isWhole(answer));
        return answer;
    }

    private static boolean isWhole(String answer) throws IOException {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        if (!answer.startsWith("HTTP/1.1 200")) {
            throw new IOException(answer);
        }
        String name = "\ncontent-length: ";
        int at = answer.substring(0, end).toLowerCase(Locale.ROOT).indexOf(name);
        if (at < 0) {
            return answer.endsWith("\r\n0\r\n\r\n");
        }
        int from = at + name.length();
        int to = answer.indexOf('\r', from);
        return answer.length() == end + 4 + Integer.parseInt(answer, from, to, 10);
    }
}
