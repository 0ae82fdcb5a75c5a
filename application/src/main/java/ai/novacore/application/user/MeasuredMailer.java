package ai.novacore.application.user;

import ai.novacore.application.user.port.out.Mailer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts mails that were handed over and attempts that failed, by template. */
public final class MeasuredMailer implements Mailer {
    private final Mailer measured;
    private final MeterRegistry registry;

    private enum Outcome {
        SENT,
        FAILED
    }

    public MeasuredMailer(Mailer measured, MeterRegistry registry) {
        this.measured = measured;
        this.registry = registry;
        for (Template template : Template.values()) {
            for (Outcome outcome : Outcome.values()) {
                mails(template, outcome);
            }
        }
    }

    @Override
    public void send(Mail mail) {
        Outcome outcome = Outcome.FAILED;
        try {
            measured.send(mail);
            outcome = Outcome.SENT;
        } finally {
            mails(mail.template(), outcome).increment();
        }
    }

    private Counter mails(Template template, Outcome outcome) {
        return Counter.builder("mail.sent")
                .description("attempts to hand a mail over, and what became of them")
                .tags("template", label(template), "outcome", label(outcome))
                .register(registry);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
