package ai.novacore.adapters.email;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.user.port.out.Mailer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends mails by SMTP, in plain text and HTML. The Message-ID follows from the idempotency key, so a mail server that
 * drops copies drops those of a repeated attempt.
 *
 * <p>The sender has no time-outs by itself. Configure {@code mail.smtp.connectiontimeout}, {@code mail.smtp.timeout} and
 * {@code mail.smtp.writetimeout} to 5000 milliseconds each (Spring Boot: {@code spring.mail.properties.*}), or a silent
 * mail server holds the calling thread for good.
 */
public final class SmtpMailer implements Mailer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern WELL_FORMED_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private final MailTemplates templates = new MailTemplates();
    private final JavaMailSender sender;
    private final InternetAddress from;
    private final Clock clock;

    /**
     * @param from who mails come from, such as {@code NovaCoreAI <no-reply@example.org>}
     * @throws IllegalArgumentException if that is not one address
     */
    public SmtpMailer(JavaMailSender sender, String from, Clock clock) {
        this.sender = sender;
        this.from = parse(from);
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) {
        RenderedMail rendered = templates.render(mail);
        try {
            sender.send(message(mail, rendered));
        } catch (MailException | MessagingException e) {
            throw new MailFailure("the mail server did not take the mail", Anonymized.of(e));
        }
    }

    // No header holds anything that was typed, but for the address, whose form rules out line breaks.
    private MimeMessage message(Mail mail, RenderedMail rendered) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.to().value()));
        message.setSubject(rendered.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", messageId(mail.idempotencyKey()));
        message.setHeader("Auto-Submitted", "auto-generated");
        String correlationId = Correlation.current().id();
        if (WELL_FORMED_ID.matcher(correlationId).matches()) {
            message.setHeader("X-Correlation-ID", correlationId);
        }
        message.setContent(new MimeMultipart("alternative", plain(rendered), html(rendered)));
        return message;
    }

    private static MimeBodyPart plain(RenderedMail rendered) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(rendered.text(), UTF_8);
        return part;
    }

    private static MimeBodyPart html(RenderedMail rendered) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(rendered.html(), UTF_8, "html");
        return part;
    }

    private String messageId(String idempotencyKey) {
        String address = from.getAddress();
        UUID name = UUID.nameUUIDFromBytes(idempotencyKey.getBytes(StandardCharsets.UTF_8));
        return "<" + name + address.substring(address.lastIndexOf('@')) + ">";
    }

    private static InternetAddress parse(String from) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(from, true);
            if (parsed.length == 1 && parsed[0].getAddress().contains("@")) {
                return parsed[0];
            }
            throw new IllegalArgumentException("not one mail address to send from");
        } catch (AddressException e) {
            throw new IllegalArgumentException("not a mail address to send from", e);
        }
    }
}
