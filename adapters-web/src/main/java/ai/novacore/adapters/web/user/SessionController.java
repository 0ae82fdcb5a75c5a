package ai.novacore.adapters.web.user;

import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.BearerSession;
import ai.novacore.adapters.web.security.ClientAddress;
import ai.novacore.application.user.port.in.SessionUseCase;
import ai.novacore.application.user.port.in.SessionUseCase.Client;
import ai.novacore.application.user.port.in.SessionUseCase.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sessions: begun, kept going, ended. */
@RestController
@RequestMapping("/auth")
final class SessionController {
    private final SessionUseCase sessions;
    private final RefreshCookie cookie;
    private final BearerSession bearers;
    private final ClientAddress addresses;

    SessionController(SessionUseCase sessions, RefreshCookie cookie, BearerSession bearers, ClientAddress addresses) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.bearers = bearers;
        this.addresses = addresses;
    }

    @PostMapping("/login")
    ResponseEntity<SessionView> logIn(@Valid @RequestBody AuthRequests.Login login, HttpServletRequest request) {
        boolean inCookie = wantsCookie(login.session());
        Session begun = sessions.logIn(login.email(), login.password(), client(request));
        String before = inCookie ? cookie.read(request) : null;
        if (before != null) {
            // Its cookie is about to be replaced, so nobody could end that session any more but by its list.
            sessions.logOut(before);
        }
        return answer(begun, inCookie);
    }

    private Client client(HttpServletRequest request) {
        return new Client(
                addresses.of(request), Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
    }

    @PostMapping("/refresh")
    ResponseEntity<SessionView> refresh(
            @Valid @RequestBody(required = false) AuthRequests.@Nullable Refresh body, HttpServletRequest request) {
        if (body != null && body.refreshToken() != null) {
            return answer(sessions.refresh(body.refreshToken()), false);
        }
        String token = cookie.read(request);
        if (token == null) {
            throw Refused.field("refreshToken", "is missing, and there is no cookie either");
        }
        return answer(sessions.refresh(token), true);
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(
            @Valid @RequestBody(required = false) AuthRequests.@Nullable Refresh body,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (body != null && body.refreshToken() != null) {
            sessions.logOut(body.refreshToken());
        }
        String token = cookie.read(request);
        if (token != null) {
            sessions.logOut(token);
        }
        bearers.session(request).ifPresent(sessions::endSession);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.forget().toString());
    }

    private ResponseEntity<SessionView> answer(Session session, boolean inCookie) {
        if (!inCookie) {
            return ResponseEntity.ok(SessionView.withToken(session));
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie.keep(session.refreshToken()).toString())
                .body(SessionView.withCookie(session));
    }

    private static boolean wantsCookie(@Nullable String session) {
        return switch (session) {
            case null -> false;
            case "token" -> false;
            case "cookie" -> true;
            default -> throw Refused.field("session", "must be one of token, cookie");
        };
    }
}
