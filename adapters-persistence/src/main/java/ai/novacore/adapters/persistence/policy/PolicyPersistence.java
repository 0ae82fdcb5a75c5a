package ai.novacore.adapters.persistence.policy;

import ai.novacore.application.policy.port.out.PolicyDecisionStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The policy's part of the persistence. */
@Configuration(proxyBeanMethods = false)
public class PolicyPersistence {

    @Bean
    PolicyDecisionStore policyDecisionStore(JdbcClient jdbc) {
        return new JdbcPolicyDecisionStore(jdbc);
    }
}
