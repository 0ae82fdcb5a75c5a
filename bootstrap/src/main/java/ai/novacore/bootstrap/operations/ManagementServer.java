package ai.novacore.bootstrap.operations;

import ai.novacore.adapters.web.correlation.CorrelationFilter;
import ai.novacore.adapters.web.problem.ContainerConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * The server on the management port, which shares nothing with the public one unless it is told to. Named in
 * {@code META-INF/spring}; not annotated as a configuration, because then it would be one of the public server, too.
 */
@Import(ContainerConfiguration.class)
class ManagementServer {

    @Bean
    FilterRegistrationBean<CorrelationFilter> managementCorrelation() {
        FilterRegistrationBean<CorrelationFilter> filter = new FilterRegistrationBean<>(new CorrelationFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
