package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.email.DevelopmentMailbox;
import ai.novacore.adapters.email.SmtpMailer;
import ai.novacore.application.user.MeasuredMailer;
import ai.novacore.application.user.port.out.Mailer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;

/** The development mailbox in the local profile, SMTP elsewhere. */
@Configuration(proxyBeanMethods = false)
class MailWiring {

    @Bean
    @Profile("local")
    DevelopmentMailbox developmentMailbox(Clock clock) {
        return new DevelopmentMailbox(clock);
    }

    @Bean
    @Primary
    @Profile("local")
    Mailer developmentMailer(DevelopmentMailbox mailbox, MeterRegistry meters, ObservationRegistry observations) {
        return new MeasuredMailer(mailbox, meters, observations);
    }

    @Bean
    @Profile("!local")
    Mailer smtpMailer(
            JavaMailSender sender,
            @Value("${nova.mail.from}") String from,
            Clock clock,
            MeterRegistry meters,
            ObservationRegistry observations) {
        return new MeasuredMailer(new SmtpMailer(sender, from, clock), meters, observations);
    }
}
