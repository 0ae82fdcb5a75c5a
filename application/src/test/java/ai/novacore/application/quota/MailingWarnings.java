package ai.novacore.application.quota;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.user.InMemoryAccounts;
import ai.novacore.application.user.InMemoryEmailRegistry;
import ai.novacore.application.user.RecordingMailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.MailFailure;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.quota.Resource;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailingWarnings {
    private static final UserId ADA = new UserId("usr_ada");
    private static final EmailAddress EMAIL = new EmailAddress("ada@example.org");
    private static final QuotaWarned NEARLY =
            new QuotaWarned(QuotaId.on(ADA, NOON), NOON, Resource.TOKENS, 80, 40_500, 50_000);

    private final ManualClock clock = new ManualClock();
    private final InMemoryEmailRegistry registry = new InMemoryEmailRegistry();
    private final RecordingMailer mailer = new RecordingMailer();
    private final QuotaMails mails =
            new QuotaMails(registry, new InMemoryAccounts(), mailer, clock, "https://nova.example/");

    @BeforeEach
    void knowAda() {
        registry.claim(EMAIL, ADA);
    }

    @Test
    void tellsHowMuchIsUsedWhenThereIsMoreAndWhereToHaveMore() {
        mails.happen(NEARLY, "evt-1");

        assertThat(mails.concerns(QuotaWarned.class)).isTrue();
        assertThat(mails.concerns(UsageReserved.class)).isFalse();
        assertThat(mailer.mails())
                .containsExactly(new Mail(
                        EMAIL,
                        Template.QUOTA_NEARLY_USED,
                        Map.of(
                                "displayName", "",
                                "link", "https://nova.example/billing",
                                "resource", "tokens",
                                "used", "40,500",
                                "limit", "50,000",
                                "resetsAt", "15 March 2026, 00:00 UTC"),
                        "evt-1"));
    }

    @Test
    void saysWhenNothingIsLeft() {
        mails.happen(new QuotaWarned(QuotaId.on(ADA, NOON), NOON, Resource.MESSAGES, 100, 50, 50), "evt-1");

        assertThat(mailer.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo(Template.QUOTA_USED_UP);
            assertThat(mail.values()).containsEntry("resource", "messages");
        });
    }

    @Test
    void usesTheSameKeyAtEveryAttempt() {
        mailer.fail(1);
        assertThatThrownBy(() -> mails.happen(NEARLY, "evt-1")).isInstanceOf(MailFailure.class);
        mails.happen(NEARLY, "evt-1");

        assertThat(mailer.mails()).extracting(Mail::idempotencyKey).containsExactly("evt-1");
    }

    @Test
    void isLeftOutOnceTheDayIsOver() {
        clock.advance(Duration.ofHours(12));
        mails.happen(NEARLY, "evt-1");

        assertThat(mailer.attempts()).isZero();
    }

    @Test
    void tellsNobodyOnceTheAccountIsGone() {
        registry.release(ADA);
        mails.happen(NEARLY, "evt-1");

        assertThat(mailer.attempts()).isZero();
    }
}
