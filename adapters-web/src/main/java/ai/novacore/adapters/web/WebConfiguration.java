package ai.novacore.adapters.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The whole web adapter. Needs from whoever imports it: the in-ports, {@link WebSettings},
 * {@link ai.novacore.adapters.web.security.EdgeSettings}, a {@link java.time.Clock},
 * {@link ai.novacore.adapters.web.security.SigningKeys} and {@link ai.novacore.adapters.web.health.HealthReport}; in
 * the local profile the development mailbox and the event log, too.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WebConfiguration {}
