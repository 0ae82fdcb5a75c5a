package ai.novacore.adapters.web.security;

import java.util.List;

/**
 * What the door has to be told about who comes to it.
 *
 * @param trustedProxies the networks of the service's own proxies, such as {@code 10.0.0.0/8}: what they say about whom
 *     they speak for is believed
 * @param openRequestsPerMinute how many requests an address may make to the open routes, steadily
 * @param openBurst how many of these may come at once
 */
public record EdgeSettings(List<String> trustedProxies, int openRequestsPerMinute, int openBurst) {

    public EdgeSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
