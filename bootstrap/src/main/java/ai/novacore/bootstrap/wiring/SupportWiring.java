package ai.novacore.bootstrap.wiring;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.support.AuditLooks;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.application.support.port.out.LookStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What support staff can look into, and who watches them. */
@Configuration(proxyBeanMethods = false)
class SupportWiring {

    @Bean
    AuditLooksUseCase auditLooks(LookStore store, HistoryLog history, IdGenerator ids, Clock clock) {
        return new AuditLooks(store, history, ids, clock);
    }
}
