package ai.novacore.adapters.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The whole web adapter. Needs from whoever imports it: the in-ports, a rate limiter, the limits of tiers, a
 * {@link java.time.Clock}, a meter registry, {@link WebSettings}, {@link ai.novacore.adapters.web.security.EdgeSettings},
 * {@link ai.novacore.adapters.web.stream.StreamSettings}, {@link ai.novacore.adapters.web.security.SigningKeys}, {@link
 * ai.novacore.adapters.web.security.ServiceTokens} and {@link ai.novacore.adapters.web.health.HealthReport}; in the local
 * profile the development mailbox and the event log, too. Scheduling has to be enabled for what stays open to end with its
 * session.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WebConfiguration {}
