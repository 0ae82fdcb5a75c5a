package ai.novacore.adapters.web.problem;

import java.time.Duration;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Has the servlet container speak like the rest of the service, and give up on clients that don't move. */
@Configuration(proxyBeanMethods = false)
public class ContainerConfiguration {
    /** The longest wait for a client to send more, or to take what it is sent. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> container() {
        return factory -> {
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("connectionTimeout", Long.toString(PATIENCE.toMillis()));
                // Passes it on, to be refused like any other method that a route does not have.
                connector.setAllowTrace(true);
            });
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ContainerProblemValve.class.getName());
                }
            });
        };
    }
}
