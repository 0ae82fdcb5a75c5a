package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * The entrance for Stripe, which shows no token and needs no answer about who it is: what it sends is signed. Nothing is
 * here that would only take time, because Stripe waits, and comes often.
 */
@Configuration(proxyBeanMethods = false)
class WebhookSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain webhookRoute(HttpSecurity http, ProblemWriter problems) {
        return SecurityConfiguration.bare(http)
                .securityMatcher("/billing/webhook")
                .securityContext(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .addFilterAfter(new BodyLimitFilter(problems), HeaderWriterFilter.class)
                .build();
    }
}
