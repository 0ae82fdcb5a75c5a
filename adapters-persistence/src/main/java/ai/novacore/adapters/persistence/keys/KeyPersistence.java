package ai.novacore.adapters.persistence.keys;

import ai.novacore.application.shared.port.out.PersonalKeys;
import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People's keys, wrapped by the {@link MasterKeys} that whoever imports this provides. */
@Configuration(proxyBeanMethods = false)
public class KeyPersistence {

    @Bean
    public PersonalKeys personalKeys(JdbcClient jdbc, MasterKeys masters) {
        return new TinkPersonalKeys(jdbc, new WrappedKeys(masters), Ticker.systemTicker());
    }

    @Bean
    public MasterKeyChange masterKeyChange(JdbcClient jdbc, MasterKeys masters) {
        return new MasterKeyChange(jdbc, masters);
    }
}
