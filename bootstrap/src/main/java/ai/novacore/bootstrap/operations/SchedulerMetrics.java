package ai.novacore.bootstrap.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many tasks of the scheduler should have begun long ago; what it did is counted by itself. */
@Component
class SchedulerMetrics {
    private final JdbcClient database;
    private final AtomicLong overdue = new AtomicLong();

    SchedulerMetrics(JdbcClient database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder("scheduler.overdue", overdue, AtomicLong::get)
                .description("tasks that should have begun more than a minute ago, of all nodes together")
                .register(registry);
    }

    @Scheduled(fixedDelay = 15_000)
    void count() {
        overdue.set(database.sql("""
                        select count(*) from scheduled_tasks
                        where not picked and execution_time < now() - interval '1 minute'""").query(Long.class).single());
    }
}
