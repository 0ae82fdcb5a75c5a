package ai.novacore.bootstrap.operations;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Metrics and the levels of loggers can be read by anybody on the management port, which is not meant to be reachable from
 * outside, and nowhere else. To change a level takes a service token, and only the product's own loggers have one that can be
 * changed: others, such as those of the database, would write texts of members into the log.
 */
@Configuration(proxyBeanMethods = false)
class ManagementSecurity {
    private static final String OWN_LOGGERS = "/loggers/ai.novacore";

    @Bean
    @Order(0)
    SecurityFilterChain managementEndpoints(HttpSecurity http, ServiceTokens tokens) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .access((_, asked) -> new AuthorizationDecision(mayChange(asked, tokens))))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    private static boolean mayChange(RequestAuthorizationContext asked, ServiceTokens tokens) {
        String path = asked.getRequest().getRequestURI();
        boolean own = path.equals(OWN_LOGGERS) || path.startsWith(OWN_LOGGERS + ".");
        return own && tokens.admits(asked.getRequest().getHeader(ServiceTokens.HEADER), ServiceScope.WORKERS);
    }
}
