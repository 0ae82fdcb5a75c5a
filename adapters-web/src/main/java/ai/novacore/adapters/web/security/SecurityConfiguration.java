package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.WebSettings;
import ai.novacore.adapters.web.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Who may come in. There are no server-side sessions. Cross-site forgery has nothing to ride on: requests carry their
 * token in a header, and the one cookie is {@code SameSite=Strict} and is not read from requests of other sites.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final long YEAR_SECONDS = 31_536_000;
    private static final String NOTHING_ALLOWED = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    JwtDecoder jwtDecoder(WebSettings settings, SigningKeys keys, Clock clock) {
        return AccessTokens.decoder(settings, keys, clock);
    }

    /** A stale token must not keep anybody from logging in, so open routes don't look at it. */
    @Bean
    BearerTokenResolver bearerTokenResolver(OpenRoutes open) {
        BearerTokenResolver header = new DefaultBearerTokenResolver();
        SocketTokens socket = new SocketTokens();
        return request -> {
            if (open.matches(request)) {
                return null;
            }
            return socket.matches(request) ? socket.resolve(request) : header.resolve(request);
        };
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, _) -> problems.write(request, response, AccessProblems.MALFORMED);
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            WebSettings settings,
            OpenRoutes open,
            AccessProblems refusals,
            BearerTokenResolver tokens,
            CurrentAccess access,
            ProblemWriter problems) {
        DefaultSecurityFilterChain chain = http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(AbstractHttpConfigurer::disable)
                .headers(headers -> headers(headers, settings))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(tokens)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(access)))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilter(CorsRules.filter(settings, problems))
                .addFilterAfter(new BodyLimitFilter(problems), HeaderWriterFilter.class)
                .addFilterAfter(new ActorFilter(), AuthorizationFilter.class)
                .build();
        // The framework publishes metadata for OAuth clients unasked, which would say things that don't hold here.
        List<Filter> filters = chain.getFilters().stream()
                .filter(filter -> !(filter instanceof OAuth2ProtectedResourceMetadataFilter))
                .toList();
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, WebSettings settings) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_ALLOWED))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
        if (settings.https()) {
            // Also behind a proxy that ends TLS, where the request itself does not look secure.
            headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
                    .maxAgeInSeconds(YEAR_SECONDS)
                    .includeSubDomains(true));
        }
    }
}
