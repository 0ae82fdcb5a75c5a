package ai.novacore.adapters.web.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the server as any client would. */
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestServer server;
    private final @Nullable String token;

    private Http(TestServer server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    /** Without a token. */
    public static Http stranger() {
        return new Http(TestServer.local(), null);
    }

    /** Without a token, to the server behind HTTPS. */
    public static Http strangerInProduction() {
        return new Http(TestServer.production(), null);
    }

    /** Without a token, to the server that grants little. */
    public static Http strangerToStrict() {
        return new Http(TestServer.strict(), null);
    }

    /** With a good token, to the server that grants little. */
    public static Http annaToStrict() {
        return new Http(TestServer.strict(), TestServer.strict().token(FakeAccounts.ANNA));
    }

    /** With a good token. */
    public static Http anna() {
        return withToken(TestServer.local().token(FakeAccounts.ANNA));
    }

    /** With a good token of an administrator's. */
    public static Http admin() {
        return withToken(TestServer.local().adminToken(FakeAccounts.ANNA));
    }

    public static Http withToken(String token) {
        return new Http(TestServer.local(), token);
    }

    /** With a good token of a session, to any server. */
    public static Http anna(TestServer server, String session) {
        return new Http(server, server.token(FakeAccounts.ANNA, session));
    }

    /** What came back. */
    public record Reply(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        /** The status and the code of a problem. */
        public String refusal() {
            return status() + " " + json().path("code").asString("");
        }
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Reply post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), with("Content-Type", "application/json", headers));
    }

    public Reply put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    /** Asks for a streamed answer, and reads it line by line as it comes. */
    public Iterator<String> stream(String message) {
        HttpRequest request = request(
                "POST",
                "/api/intelligence/chat",
                BodyPublishers.ofString("{\"message\":\"" + message + "\"}"),
                "Content-Type",
                "application/json",
                "Accept",
                "text/event-stream");
        try {
            return CLIENT.send(request, BodyHandlers.ofLines()).body().iterator();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Reply post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public Reply send(String method, String path, BodyPublisher body, String... headers) {
        try {
            return new Reply(CLIENT.send(request(method, path, body, headers), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends the very bytes, which no client library would, and reads all that comes back. */
    public static String raw(String request) {
        return raw(TestServer.local(), request);
    }

    /** The same to any server. */
    public static String raw(TestServer server, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private static String[] with(String name, String value, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals(name)) {
                return headers;
            }
        }
        String[] more = new String[headers.length + 2];
        System.arraycopy(headers, 0, more, 2, headers.length);
        more[0] = name;
        more[1] = value;
        return more;
    }
}
