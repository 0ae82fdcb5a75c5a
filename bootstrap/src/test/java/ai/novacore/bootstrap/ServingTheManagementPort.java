package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingTheManagementPort {

    @ParameterizedTest
    @CsvSource({
        "GET /metrics, 200",
        "GET /nothing, 404",
        "GET /env, 404",
        "TRACE /metrics, 404",
        "BREW /metrics, 404",
        "GET /a[b, 400",
        "GET /auth/me, 401",
    })
    void namesTheRequestInEveryAnswer(String request, int status) {
        String answer = raw(request + " HTTP/1.1\r\nHost: x\r\nX-Secret: 42\r\nConnection: close\r\n\r\n");

        assertThat(answer.lines().findFirst().orElse("")).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("X-Correlation-ID: ").doesNotContain("X-Secret");
    }

    @Test
    void keepsTheNameThatARequestHas() {
        String head = "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        String answer = raw(head + "X-Correlation-ID: my-request-1\r\n\r\n");

        assertThat(answer).contains("X-Correlation-ID: my-request-1");
    }

    private static String raw(String request) {
        int port = Product.shared().managementAddress().getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
