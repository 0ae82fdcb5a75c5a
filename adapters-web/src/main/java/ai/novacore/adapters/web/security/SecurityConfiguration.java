package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.WebSettings;
import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.ProblemWriter;
import ai.novacore.domain.user.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Who may come in. There are no server-side sessions. Cross-site forgery has nothing to ride on: requests carry their
 * token in a header, and the one cookie is {@code SameSite=Strict} and is not read from requests of other sites.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final long YEAR_SECONDS = 31_536_000;
    private static final Set<String> KNOWN_METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String NO_PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
    private static final String NOTHING_ALLOWED = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    JwtDecoder jwtDecoder(WebSettings settings, SigningKeys keys, Clock clock) {
        return AccessTokens.decoder(settings, keys, clock);
    }

    /** A stale token must not keep anybody from logging in, so open routes don't look at it, nor does what is not there. */
    @Bean
    BearerTokenResolver bearerTokenResolver(OpenRoutes open, Routes routes) {
        BearerTokenResolver header = new DefaultBearerTokenResolver();
        SocketTokens socket = new SocketTokens();
        return request -> {
            if (open.matches(request) || !routes.exist(request)) {
                return null;
            }
            return socket.matches(request) ? socket.resolve(request) : header.resolve(request);
        };
    }

    /** A span and timers for each of the many filters cost a quarter of a short request, and nobody looks at them. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems, Routes routes) {
        return (request, response, _) -> problems.write(request, response, rejected(request, routes));
    }

    /** The framework refuses odd methods in the same way as odd addresses. */
    private static Problem rejected(HttpServletRequest request, Routes routes) {
        if (KNOWN_METHODS.contains(request.getMethod())) {
            return AccessProblems.MALFORMED;
        }
        return routes.exist(request) ? Problem.methodNotAllowed(routes.methods(request)) : Problem.notFound();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            WebSettings settings,
            OpenRoutes open,
            AccessProblems refusals,
            BearerTokenResolver tokens,
            CurrentAccess access,
            ProblemWriter problems,
            Routes routes,
            RequestGate gate) {
        DefaultSecurityFilterChain chain = bare(http)
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
                        .requestMatchers("/admin/**")
                        .access(orNotThere(anyOf(Role.ADMIN), routes))
                        .requestMatchers(HttpMethod.POST, "/support/processors/**", "/support/dead-letters/**")
                        .access(orNotThere(anyOf(Role.OPERATOR, Role.ADMIN), routes))
                        .requestMatchers("/support/**")
                        .access(orNotThere(anyOf(Role.SUPPORT, Role.OPERATOR, Role.ADMIN), routes))
                        .anyRequest()
                        .access(orNotThere(AuthenticatedAuthorizationManager.authenticated(), routes)))
                .addFilter(CorsRules.filter(settings, problems))
                .addFilterAfter(new BodyLimitFilter(problems), HeaderWriterFilter.class)
                .addFilterAfter(new ActorFilter(), AuthorizationFilter.class)
                .addFilterAfter(gate.filter(), ActorFilter.class)
                .build();
        // The framework publishes metadata for OAuth clients unasked, which would say things that don't hold here.
        List<Filter> filters = chain.getFilters().stream()
                .filter(filter -> !(filter instanceof OAuth2ProtectedResourceMetadataFilter))
                .toList();
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters);
    }

    /** What all doors have in common: nothing of the framework's pages and sessions, and the same headers. */
    static HttpSecurity bare(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::headers);
    }

    private static AuthorizationManager<RequestAuthorizationContext> anyOf(Role... roles) {
        return AuthorityAuthorizationManager.hasAnyRole(
                Stream.of(roles).map(Role::name).toArray(String[]::new));
    }

    /** What is not there is not there for everybody; all else asks who wants it. */
    private static AuthorizationManager<RequestAuthorizationContext> orNotThere(
            AuthorizationManager<RequestAuthorizationContext> rule, Routes routes) {
        return (who, context) -> {
            AuthorizationResult result = rule.authorize(who, context);
            return result != null && result.isGranted()
                    ? result
                    : new AuthorizationDecision(!routes.exist(context.getRequest()));
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_ALLOWED))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_PERMISSIONS))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
        // Always: whether a proxy in front ends TLS is not known here, and over plain HTTP browsers pay no heed to it.
        headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
                .maxAgeInSeconds(YEAR_SECONDS)
                .includeSubDomains(true));
    }
}
