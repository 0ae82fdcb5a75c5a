package ai.novacore.bootstrap.operations;

import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many people wait to be gone. */
@Component
class ErasureMetrics {
    private final AccountStore accounts;
    private final AtomicLong pending = new AtomicLong();

    ErasureMetrics(AccountStore accounts, MeterRegistry registry) {
        this.accounts = accounts;
        Gauge.builder("erasures.pending", pending, AtomicLong::get)
                .description("accounts that are to be erased and of which some step is not done yet")
                .register(registry);
    }

    @Scheduled(fixedDelay = 15_000)
    void count() {
        pending.set(accounts.count(Standing.CLOSING));
    }
}
