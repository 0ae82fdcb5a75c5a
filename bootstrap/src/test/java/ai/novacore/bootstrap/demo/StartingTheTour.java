package ai.novacore.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartingTheTour {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void explainsItself() {
        assertThat(Demo.start(new String[] {"--help"}, out)).isZero();
        assertThat(text()).contains("./nova demo [--url URL]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "--url",
                "--url=",
                "--url=localhost:8080",
                "--url=ftp://localhost",
                "--url http://a b"
            })
    void explainsItselfWhenItIsMisused(String arguments) {
        assertThat(Demo.start(arguments.split(" "), out)).isEqualTo(2);
        assertThat(text()).contains("./nova demo [--url URL]");
    }

    @Test
    void saysHowToStartAProductThatDoesNotRun() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String[] arguments = {"--url", "http://127.0.0.1:" + port + "/"};

        assertThat(Demo.start(arguments, out)).isEqualTo(1);
        assertThat(text()).contains("Nothing answers at http://127.0.0.1:" + port + ".", "./nova run");
    }

    @Test
    void tellsAProblemInItsOwnWords() throws IOException {
        String problem = """
                {"title":"Too many requests","status":429,"detail":"Try again in a minute.","code":"rate_limited",
                "correlationId":"0a0a"}""";

        assertThat(tourOf(429, problem)).isEqualTo(1);
        assertThat(text())
                .contains("Too many requests (rate_limited)", "Try again in a minute.", "correlation id 0a0a");
    }

    @Test
    void noticesThatSomethingElseListens() throws IOException {
        assertThat(tourOf(200, "<html>It works!</html>")).isEqualTo(1);
        assertThat(text()).contains("not in the way of NovaCoreAI");
    }

    /** Of a server that says the same to everything. */
    private int tourOf(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        try {
            return Demo.run(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), out);
        } finally {
            server.stop(0);
        }
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
