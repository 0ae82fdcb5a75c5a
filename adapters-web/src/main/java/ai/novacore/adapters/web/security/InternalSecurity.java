package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.ProblemWriter;
import ai.novacore.adapters.web.problem.Problems;
import ai.novacore.adapters.web.problem.SecurityLog;
import ai.novacore.adapters.web.security.ServiceScope.ForMember;
import ai.novacore.application.user.port.in.AccountQuery;
import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The service entrance: only service tokens open it, and each only the routes of its scopes. */
@Configuration(proxyBeanMethods = false)
class InternalSecurity {
    private static final Problem REFUSED =
            Problem.of(HttpStatus.FORBIDDEN, "service_token_invalid", "A good service token for this is needed.");

    @Bean
    @Order(1)
    SecurityFilterChain internalRoutes(
            HttpSecurity http, ServiceTokens tokens, AccountQuery accounts, Problems problems, ProblemWriter writer) {
        AuthenticationEntryPoint notKnown = (request, response, _) -> {
            if (nothingIfBlank(request.getHeader(ServiceTokens.HEADER)) == null) {
                SecurityLog.nothingShown("/internal/**");
            } else {
                SecurityLog.serviceRefused(REFUSED.code());
            }
            writer.write(request, response, REFUSED);
        };
        AccessDeniedHandler notAllowed = (request, response, _) -> {
            SecurityLog.serviceRefused("scope_missing");
            writer.write(request, response, REFUSED);
        };
        RequestMatcher always = routes(ForMember.ALWAYS);
        RequestMatcher whenNamed = routes(ForMember.WHEN_NAMED);
        RequestMatcher acting = request -> always.matches(request)
                || (whenNamed.matches(request) && request.getHeader(ActingForMember.HEADER) != null);
        return SecurityConfiguration.bare(http)
                .securityMatcher("/internal/**")
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(notKnown).accessDeniedHandler(notAllowed))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(header())
                        .authenticationEntryPoint(notKnown)
                        .accessDeniedHandler(notAllowed)
                        .jwt(jwt -> jwt.decoder(tokens.decoder())))
                .authorizeHttpRequests(rules -> {
                    rules.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    for (ServiceScope scope : ServiceScope.values()) {
                        rules.requestMatchers(scope.paths()).hasAuthority(scope.authority());
                    }
                    rules.anyRequest().authenticated();
                })
                .addFilterAfter(new BodyLimitFilter(writer), HeaderWriterFilter.class)
                .addFilterAfter(new ActingForMember(acting, accounts, problems, writer), AuthorizationFilter.class)
                .build();
    }

    private static RequestMatcher routes(ForMember when) {
        return new OrRequestMatcher(ServiceScope.forMembers(when).stream()
                .<RequestMatcher>map(
                        scope -> PathPatternRequestMatcher.withDefaults().matcher(scope.paths()))
                .toList());
    }

    /** An access token in its usual header is not even looked at. */
    private static BearerTokenResolver header() {
        return request -> nothingIfBlank(request.getHeader(ServiceTokens.HEADER));
    }

    private static @Nullable String nothingIfBlank(@Nullable String token) {
        return token == null || token.isBlank() ? null : token;
    }
}
