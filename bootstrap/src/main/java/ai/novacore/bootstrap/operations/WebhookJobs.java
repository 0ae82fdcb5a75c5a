package ai.novacore.bootstrap.operations;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.domain.shared.Actor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, on one node at a time, what Stripe said a month ago. */
@Configuration(proxyBeanMethods = false)
class WebhookJobs {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookJobs.class);
    private static final String NAME = "forget-webhooks";
    private static final Duration PAUSE = Duration.ofHours(12);
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetWebhooksJob(WebhookInbox inbox, Clock clock) {
        return Tasks.recurring(NAME, FixedDelay.of(PAUSE))
                .execute((task, context) -> Correlation.of(Actor.system(NAME)).run(() -> {
                    int forgotten = inbox.forgetBefore(clock.instant().minus(KEPT));
                    LOG.info("The texts of {} webhooks are forgotten", forgotten);
                }));
    }
}
