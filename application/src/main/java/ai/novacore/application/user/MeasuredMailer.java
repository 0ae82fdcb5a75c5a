package ai.novacore.application.user;

import ai.novacore.application.user.port.out.Mailer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts mails that were handed over and attempts that failed, by template; logs and traces them, never who gets them. */
public final class MeasuredMailer implements Mailer {
    private static final Logger LOG = LoggerFactory.getLogger(MeasuredMailer.class);

    private final Mailer measured;
    private final MeterRegistry registry;
    private final ObservationRegistry observations;

    private enum Outcome {
        SENT,
        FAILED
    }

    public MeasuredMailer(Mailer measured, MeterRegistry registry, ObservationRegistry observations) {
        this.observations = observations;
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
            Observation.createNotStarted("traced.mail", observations)
                    .contextualName("mail " + label(mail.template()))
                    .lowCardinalityKeyValue("template", label(mail.template()))
                    .observe(() -> measured.send(mail));
            outcome = Outcome.SENT;
        } finally {
            mails(mail.template(), outcome).increment();
        }
        LOG.atInfo().addKeyValue("template", label(mail.template())).log("A mail is handed over");
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
