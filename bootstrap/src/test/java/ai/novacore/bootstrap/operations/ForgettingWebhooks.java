package ai.novacore.bootstrap.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.InMemoryWebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The job as it is in production, on clocks that the test moves. */
class ForgettingWebhooks {
    private final TestDatabase database = TestDatabase.fresh();
    private final SettableClock time = new SettableClock();
    private final ManualClock clock = new ManualClock();
    private final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox();
    private final RecurringTask<Void> job = new WebhookJobs().forgetWebhooksJob(inbox, clock);
    private final ManualScheduler node = TestHelper.createManualScheduler(database.dataSource(), job)
            .clock(time)
            .build();

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void keepsTextsForAMonth() {
        inbox.store(new Entry("evt_1", "charge.succeeded", "cus_1", clock.instant(), "text"), Status.IGNORED, now());
        time.set(now());
        node.schedule(job.instance(RecurringTask.INSTANCE), now());
        pass(Duration.ofDays(30));
        assertThat(text()).isEqualTo("text");

        pass(Duration.ofHours(13));
        assertThat(text()).isNull();
        assertThat(inbox.entries(null, null, 9)).hasSize(1);
    }

    private Instant now() {
        return clock.instant();
    }

    private void pass(Duration duration) {
        clock.advance(duration);
        time.tick(duration);
        node.runAnyDueExecutions();
    }

    /** Whoever has it tried again is given what is left of it. */
    private @Nullable String text() {
        Runnable back = inbox.remember();
        inbox.retry("evt_1", now());
        String text = inbox.claim(now(), now().plusSeconds(9), 9)
                .orElseThrow()
                .entries()
                .getFirst()
                .payload();
        back.run();
        return text;
    }
}
