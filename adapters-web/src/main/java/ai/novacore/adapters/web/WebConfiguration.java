package ai.novacore.adapters.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The whole web adapter. Needs from whoever imports it: the in-ports, {@link WebSettings}, {@link
 * ai.novacore.adapters.web.security.EdgeSettings}, {@link ai.novacore.adapters.web.stream.StreamSettings}, a {@link
 * java.time.Clock}, a meter registry, {@link ai.novacore.adapters.web.security.SigningKeys} and {@link ai.novacore.adapters.web.health.HealthReport}; in the local
 * profile the development mailbox and the event log, too. Scheduling has to be enabled for what stays open to end with
 * its session.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WebConfiguration {}
