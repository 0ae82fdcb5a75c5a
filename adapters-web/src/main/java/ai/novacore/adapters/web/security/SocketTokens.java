package ai.novacore.adapters.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Reads the access token of a WebSocket from its subprotocols, because a browser lets a page set no other header there, and
 * an address would be logged.
 */
public final class SocketTokens implements BearerTokenResolver {
    public static final String PATH = "/ws/chat";
    public static final String PROTOCOLS = "Sec-WebSocket-Protocol";

    private static final String PREFIX = "bearer.";
    private static final RequestMatcher SOCKET =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, PATH);

    boolean matches(HttpServletRequest request) {
        return SOCKET.matches(request);
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        List<String> tokens = protocols(request).stream()
                .filter(protocol -> protocol.startsWith(PREFIX))
                .map(protocol -> protocol.substring(PREFIX.length()))
                .toList();
        if (tokens.isEmpty()) {
            return null;
        }
        if (tokens.size() > 1 || tokens.getFirst().isEmpty()) {
            throw new InvalidBearerTokenException("not exactly one token");
        }
        return tokens.getFirst();
    }

    /** The subprotocols that a client offers. */
    public static List<String> protocols(HttpServletRequest request) {
        return Collections.list(request.getHeaders(PROTOCOLS)).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
    }
}
