package ai.novacore.bootstrap.operations;

import ai.novacore.adapters.persistence.limits.PostgresRateLimiter;
import ai.novacore.application.axon.DeadLetters;
import ai.novacore.application.conversation.EndOrphanedTurns;
import ai.novacore.application.conversation.KeepTurns;
import ai.novacore.application.conversation.port.out.IdempotencyKeys;
import ai.novacore.application.memory.port.in.DistillUseCase;
import ai.novacore.application.shared.Correlation;
import ai.novacore.application.subscription.MeetBillingDeadlines;
import ai.novacore.application.subscription.port.in.ReconcileUseCase;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.domain.shared.Actor;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What runs by itself: on one node at a time by db-scheduler, on each node by Spring. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JobsConfiguration {

    @Bean
    RecurringTask<Void> endOrphanedTurnsJob(EndOrphanedTurns turns) {
        return recurring("end-orphaned-turns", Duration.ofSeconds(10), turns::endOrphans);
    }

    @Bean
    RecurringTask<Void> retryDeadLettersJob(DeadLetters letters) {
        return recurring("retry-dead-letters", Duration.ofSeconds(5), letters::retryDue);
    }

    /** A session that was over for a day is of no use any more, also not to recognise a token that comes back. */
    @Bean
    RecurringTask<Void> forgetSessionsJob(SessionStore sessions, Clock clock) {
        return recurring(
                "forget-sessions",
                Duration.ofHours(1),
                () -> sessions.forget(clock.instant().minus(Duration.ofDays(1))));
    }

    @Bean
    RecurringTask<Void> purgeRateLimitsJob(ObjectProvider<PostgresRateLimiter> limiter) {
        return recurring(
                "purge-rate-limits", Duration.ofMinutes(5), () -> limiter.ifAvailable(PostgresRateLimiter::purge));
    }

    /** A client that has heard nothing for a day does not try again. */
    @Bean
    RecurringTask<Void> forgetIdempotencyKeysJob(IdempotencyKeys keys, Clock clock) {
        return recurring(
                "forget-idempotency-keys",
                Duration.ofHours(1),
                () -> keys.forgetBefore(clock.instant().minus(Duration.ofDays(1))));
    }

    /** A run that broke off, or that another one was in the way of, is tried again soon and not only the next night. */
    @Bean
    RecurringTask<Void> distillMemoriesJob(DistillUseCase distillation, NovaSettings settings) {
        String name = "distill-memories";
        LocalTime at = settings.memory().distillation().time();
        return Tasks.recurring(name, new Daily(ZoneOffset.UTC, at))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofMinutes(5)))
                .execute((task, context) -> Correlation.of(Actor.system(name)).run(distillation::distillNow));
    }

    @Bean
    RecurringTask<Void> meetBillingDeadlinesJob(MeetBillingDeadlines deadlines) {
        return recurring("meet-billing-deadlines", Duration.ofSeconds(15), deadlines::meetDue);
    }

    @Bean
    RecurringTask<Void> reconcileBillingJob(ReconcileUseCase reconciling) {
        return recurring("reconcile-billing", Duration.ofHours(1), reconciling::reconcile);
    }

    private static RecurringTask<Void> recurring(String name, Duration pause, Runnable work) {
        return Tasks.recurring(name, FixedDelay.of(pause))
                .execute((task, context) -> Correlation.of(Actor.system(name)).run(work));
    }

    @Bean
    NodeRoutine lease(EndOrphanedTurns turns) {
        return new NodeRoutine("lease", turns::renewLease, Duration.ofSeconds(5));
    }

    @Bean
    NodeRoutine keepingTurns(KeepTurns turns) {
        return new NodeRoutine("keep-turns", turns::keep, Duration.ofMillis(500));
    }
}
