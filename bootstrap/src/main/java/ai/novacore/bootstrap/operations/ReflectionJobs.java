package ai.novacore.bootstrap.operations;

import ai.novacore.application.reflection.ReflectOnConversations;
import ai.novacore.application.reflection.port.out.ReflectionStore;
import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.shared.Actor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reflects, on one node at a time, on what has settled. */
@Configuration(proxyBeanMethods = false)
class ReflectionJobs {
    private static final String NAME = "reflect-on-conversations";
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> reflectOnConversationsJob(ReflectOnConversations reflection) {
        return Tasks.recurring(NAME, FixedDelay.of(PAUSE))
                .execute((task, context) -> Correlation.of(Actor.system(NAME)).run(reflection::reflectSettled));
    }

    /** How many conversations wait for somebody to look why they cannot be reflected on. */
    @Component
    static class ParkedReflections {
        private final ReflectionStore store;
        private final AtomicLong parked = new AtomicLong();

        ParkedReflections(ReflectionStore store, MeterRegistry registry) {
            this.store = store;
            Gauge.builder("reflection.parked", parked, AtomicLong::get)
                    .description("conversations that could not be reflected on, however often it was tried")
                    .register(registry);
        }

        @Scheduled(fixedDelay = 15_000)
        void count() {
            parked.set(store.parked());
        }
    }
}
