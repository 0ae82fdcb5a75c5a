package ai.novacore.adapters.web.user;

import ai.novacore.adapters.web.WebSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookie that a browser keeps the refresh token in. Over HTTPS its name begins with {@code __Host-}, so that browsers
 * take it from this very host only, and only over HTTPS.
 */
@Component
final class RefreshCookie {
    private static final String NAME = "nova_refresh";

    private final WebSettings settings;

    RefreshCookie(WebSettings settings) {
        this.settings = settings;
    }

    ResponseCookie keep(String token) {
        return cookie(token, settings.refreshTokenLifetime());
    }

    ResponseCookie forget() {
        return cookie("", Duration.ZERO);
    }

    /** The token in a request's cookie; not read from requests that pages of other sites make. */
    @Nullable String read(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        if ("cross-site".equals(from) || "same-site".equals(from)) {
            return null;
        }
        Cookie cookie = WebUtils.getCookie(request, name());
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    private ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(name(), value)
                .httpOnly(true)
                .secure(settings.https())
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build();
    }

    private String name() {
        return settings.https() ? "__Host-" + NAME : NAME;
    }
}
