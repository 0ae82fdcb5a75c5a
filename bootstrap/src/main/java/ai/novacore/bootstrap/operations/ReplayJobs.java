package ai.novacore.bootstrap.operations;

import ai.novacore.application.backbone.RunReplays;
import ai.novacore.application.backbone.port.out.ReadModelCopies;
import ai.novacore.application.backbone.port.out.Replay;
import ai.novacore.application.backbone.port.out.ReplayStore;
import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.shared.Actor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Builds read models anew that somebody asked for, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class ReplayJobs {
    private static final String NAME = "replay-read-models";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RunReplays replays;

    ReplayJobs(RunReplays replays) {
        this.replays = replays;
    }

    @Bean
    RecurringTask<Void> replayReadModelsJob(RunReplays running) {
        return Tasks.recurring(NAME, FixedDelay.of(PAUSE))
                .execute((task, context) -> Correlation.of(Actor.system(NAME)).run(running::runAll));
    }

    /** Before the scheduler waits for what it has begun. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        replays.stop();
    }

    /** How far the replay of each projection is, whichever node works on it; 1 when none is under way. */
    @Component
    static class ReplayProgress {
        private final ReplayStore store;
        private final Map<String, Double> progress = new ConcurrentHashMap<>();

        ReplayProgress(ReplayStore store, ReadModelCopies copies, MeterRegistry registry) {
            this.store = store;
            copies.replayable().forEach(projection -> {
                progress.put(projection, 1.0);
                Gauge.builder("projection.replay.progress", progress, all -> all.getOrDefault(projection, 1.0))
                        .tag("processor", projection)
                        .description("how much of the log the new copy of a read model has; 1 when none is being built")
                        .register(registry);
            });
        }

        @Scheduled(fixedDelay = 5_000)
        void look() {
            for (Replay latest : store.latest()) {
                progress.computeIfPresent(latest.processor(), (_, before) -> latest.progress());
            }
        }
    }
}
