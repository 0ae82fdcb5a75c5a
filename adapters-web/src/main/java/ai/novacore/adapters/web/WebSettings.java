package ai.novacore.adapters.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What the web adapter has to be told.
 *
 * @param publicUrl where people reach the service; also the issuer of its tokens. With {@code https}, cookies are
 *     {@code Secure} and browsers are told to insist on it
 * @param accessTokenLifetime how long an access token is good for
 * @param refreshTokenLifetime how long a browser keeps the refresh cookie
 * @param allowedOrigins the other origins whose pages may call the service, such as {@code https://app.example.org}
 */
public record WebSettings(
        URI publicUrl, Duration accessTokenLifetime, Duration refreshTokenLifetime, List<String> allowedOrigins) {

    public WebSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    /** The usual lifetimes: 15 minutes and 30 days; no other origins. */
    public static WebSettings at(URI publicUrl) {
        return at(publicUrl, List.of());
    }

    /** The usual lifetimes. */
    public static WebSettings at(URI publicUrl, List<String> allowedOrigins) {
        return new WebSettings(publicUrl, Duration.ofMinutes(15), Duration.ofDays(30), allowedOrigins);
    }

    /** Who the tokens say they are from. */
    public String issuer() {
        return publicUrl.toString();
    }

    public boolean https() {
        return "https".equals(publicUrl.getScheme());
    }

    /** Where a member can get more. */
    public String upgradeUrl() {
        return publicUrl.resolve("/billing").toString();
    }
}
