package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.ProblemWriter;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.adapters.web.security.SocketTokens;
import ai.novacore.adapters.web.stream.OpenStreams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Refuses what cannot become a WebSocket, as long as it can be said with a status; notes who opens the others. */
@Component
final class SocketAdmission implements HandshakeInterceptor {
    private static final String PASS = SocketAdmission.class.getName();
    private static final String VERSION = "13";

    /** 16 bytes. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

    private static final Problem NO_SOCKET = Problem.of(
                    HttpStatus.UPGRADE_REQUIRED, "upgrade_required", "Only a WebSocket of version 13 is served here.")
            .header(HttpHeaders.UPGRADE, "websocket")
            .header("Sec-WebSocket-Version", VERSION);
    private static final Problem MALFORMED = Problem.invalidRequest("The headers of a WebSocket are malformed.");
    private static final Problem NO_PROTOCOL =
            Problem.invalidRequest("The subprotocol " + SocketConfiguration.PROTOCOL + " has to be offered.");
    private static final Problem TOO_MANY = SocketProblems.tooMany("There are too many open connections.");

    private final OpenStreams streams;
    private final Connections connections;
    private final ProblemWriter problems;

    SocketAdmission(OpenStreams streams, Connections connections, ProblemWriter problems) {
        this.streams = streams;
        this.connections = connections;
        this.problems = problems;
    }

    /**
     * Who opened a connection.
     *
     * @param tokenEnds when the token ends that opened it
     */
    record Pass(Member member, @Nullable Instant tokenEnds) {
        static Pass of(Map<String, Object> attributes) {
            if (attributes.get(PASS) instanceof Pass pass) {
                return pass;
            }
            throw new IllegalStateException("a WebSocket was opened past its admission");
        }
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        HttpServletRequest asked = ((ServletServerHttpRequest) request).getServletRequest();
        Pass pass = pass(asked);
        Problem refusal = refusal(asked, pass.member());
        if (refusal != null) {
            HttpServletResponse answer = ((ServletServerHttpResponse) response).getServletResponse();
            problems.write(asked, answer, refusal);
            return false;
        }
        attributes.put(PASS, pass);
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}

    private static Pass pass(HttpServletRequest asked) {
        if (asked.getUserPrincipal() instanceof JwtAuthenticationToken token
                && token.getPrincipal() instanceof Member member) {
            return new Pass(member, token.getToken().getExpiresAt());
        }
        throw new IllegalStateException("a WebSocket was asked for past the access rules");
    }

    private @Nullable Problem refusal(HttpServletRequest asked, Member member) {
        if (!"websocket".equalsIgnoreCase(asked.getHeader(HttpHeaders.UPGRADE))
                || !VERSION.equals(asked.getHeader("Sec-WebSocket-Version"))) {
            return NO_SOCKET;
        }
        String connection = asked.getHeader(HttpHeaders.CONNECTION);
        String key = asked.getHeader("Sec-WebSocket-Key");
        if (connection == null
                || !connection.toLowerCase(Locale.ROOT).contains("upgrade")
                || key == null
                || !KEY.matcher(key).matches()) {
            return MALFORMED;
        }
        if (!SocketTokens.protocols(asked).contains(SocketConfiguration.PROTOCOL)) {
            return NO_PROTOCOL;
        }
        if (streams.closing()) {
            return SocketProblems.SHUTTING_DOWN;
        }
        return connections.isRoomFor(member.id()) ? null : TOO_MANY;
    }
}
