package ai.novacore.bootstrap.operations;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.user.InvitationMail;
import ai.novacore.application.user.port.out.InvitationQueue;
import ai.novacore.domain.shared.Actor;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Sends invitations, one task for each, in the same database as the invitations. A mail that cannot be sent is tried
 * again after half a minute and then with pauses three times as long, for about half a day; then it is given up.
 */
@Configuration(proxyBeanMethods = false)
class InvitationJobs {
    static final String NAME = "invitation-mail";
    static final int RETRIES = 7;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final double GROWTH = 3;

    /** The task's data is the invitation, its name the key of the mail. */
    @Bean
    OneTimeTask<String> invitationMailTask(InvitationMail mail) {
        FailureHandler<String> patient = new MaxRetriesFailureHandler<>(
                RETRIES,
                new ExponentialBackoffFailureHandler<>(FIRST_PAUSE, GROWTH),
                (complete, operations) -> giveUp(mail, complete));
        return Tasks.oneTime(NAME, String.class)
                .onFailure(patient)
                .execute((task, context) ->
                        Correlation.of(Actor.system(NAME)).run(() -> mail.send(task.getData(), task.getId())));
    }

    private static void giveUp(InvitationMail mail, ExecutionComplete complete) {
        String invitation = (String) complete.getExecution().taskInstance.getData();
        mail.giveUp(invitation, complete.getCause().orElseGet(() -> new IllegalStateException("lost")));
    }

    /** Lazily bound: the scheduler knows its tasks only when it is there. */
    @Bean
    InvitationQueue invitationQueue(@Lazy SchedulerClient scheduler, OneTimeTask<String> task, Clock clock) {
        return (invitation, key) -> scheduler.scheduleIfNotExists(
                task.instanceBuilder(key).data(invitation).build(), clock.instant());
    }
}
