package ai.novacore.bootstrap.operations;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.user.InMemoryEmailRegistry;
import ai.novacore.application.user.InMemoryInvitations;
import ai.novacore.application.user.InvitationMail;
import ai.novacore.application.user.RecordingMailer;
import ai.novacore.application.user.port.out.InvitationStore.Invitation;
import ai.novacore.application.user.port.out.InvitationStore.Status;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue as it is in production, on a clock that the test moves. */
class MailingInvitations {
    private static final EmailAddress EMAIL = new EmailAddress("mira@example.org");

    private final TestDatabase database = TestDatabase.fresh();
    private final SettableClock time = new SettableClock();
    private final ManualClock clock = new ManualClock();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final RecordingMailer mailer = new RecordingMailer();
    private final InvitationJobs jobs = new InvitationJobs();
    private final OneTimeTask<String> task = jobs.invitationMailTask(
            new InvitationMail(invitations, new InMemoryEmailRegistry(), mailer, clock, "https://nova.example"));
    private ManualScheduler node = node();

    @BeforeEach
    void invite() {
        time.set(NOON);
        invitations.add(Invitation.pending("inv_1", EMAIL, new UserId("usr_admin"), NOON));
    }

    @AfterEach
    void dropTheDatabase() {
        database.close();
    }

    @Test
    void sendsWhatIsQueuedOnce() {
        add();
        add();
        node.runAnyDueExecutions();
        node.runAnyDueExecutions();

        assertThat(mailer.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.idempotencyKey()).isEqualTo("inv_1-key"));
        assertThat(status()).isEqualTo(Status.SENT);
        assertThat(node.getScheduledExecutions()).isEmpty();
    }

    @Test
    void queuesNothingWhenTheTransactionFails() {
        new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()))
                .executeWithoutResult(failed -> {
                    add();
                    failed.setRollbackOnly();
                });

        assertThat(node.getScheduledExecutions()).isEmpty();
    }

    @Test
    void triesAgainLaterAlsoOnAnotherNode() {
        mailer.fail(1);
        add();
        node.runAnyDueExecutions();
        assertThat(status()).isEqualTo(Status.PENDING);

        node = node();
        node.runAnyDueExecutions();
        assertThat(mailer.attempts()).isEqualTo(1);

        time.tick(Duration.ofMinutes(1));
        node.runAnyDueExecutions();
        assertThat(status()).isEqualTo(Status.SENT);
    }

    @Test
    void givesUpAtLast() {
        mailer.fail(Integer.MAX_VALUE);
        add();
        for (int attempt = 0; attempt < 20; attempt++) {
            node.runAnyDueExecutions();
            time.tick(Duration.ofDays(1));
        }

        assertThat(mailer.attempts()).isEqualTo(InvitationJobs.RETRIES + 1);
        assertThat(invitations.find(EMAIL)).hasValueSatisfying(invitation -> {
            assertThat(invitation.status()).isEqualTo(Status.UNDELIVERABLE);
            assertThat(invitation.reason()).isEqualTo("mail_failed");
        });
        assertThat(node.getScheduledExecutions()).isEmpty();
    }

    private void add() {
        jobs.invitationQueue(node, task, clock).add("inv_1", "inv_1-key");
    }

    private Status status() {
        return invitations.find(EMAIL).orElseThrow().status();
    }

    private ManualScheduler node() {
        return TestHelper.createManualScheduler(new TransactionAwareDataSourceProxy(database.dataSource()), task)
                .clock(time)
                .build();
    }
}
