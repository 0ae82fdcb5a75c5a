package ai.novacore.bootstrap.operations;

import ai.novacore.application.axon.Backbone;
import ai.novacore.application.quota.QuotaMails;
import ai.novacore.application.subscription.BillingMails;
import ai.novacore.application.user.EraseAccount;
import ai.novacore.application.user.MemberMails;
import ai.novacore.application.user.PasswordResetMail;
import ai.novacore.application.user.VerificationMail;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many mails could not be sent, however often it was tried, and wait for a person. */
@Component
class MailMetrics {
    private static final List<String> SENDING = List.of(
            VerificationMail.NAME,
            PasswordResetMail.NAME,
            MemberMails.NAME,
            QuotaMails.NAME,
            BillingMails.NAME,
            EraseAccount.NAME);

    /** Nobody needs to know more exactly. */
    private static final long MOST = 1_000;

    private final Backbone backbone;
    private final AtomicLong parked = new AtomicLong();

    MailMetrics(Backbone backbone, MeterRegistry registry) {
        this.backbone = backbone;
        Gauge.builder("mail.parked", parked, AtomicLong::get)
                .description("mails that could not be sent, however often it was tried; 1000 stands for more, too")
                .register(registry);
    }

    @Scheduled(fixedDelay = 15_000)
    void count() {
        long found = SENDING.stream()
                .mapToLong(effect -> backbone.deadLetters().parked(effect, MOST))
                .sum();
        parked.set(Math.min(MOST, found));
    }
}
