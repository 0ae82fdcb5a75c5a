package ai.novacore.adapters.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.user.MailerContract;
import ai.novacore.application.user.port.out.Mailbox;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.MailFailure;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.user.EmailAddress;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SendingMailsBySmtp extends MailerContract {
    private static final String FROM = "NovaCoreAI <no-reply@nova.example>";

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    protected Mailer mailer() {
        return mailer(server.getSmtp().getPort());
    }

    @Override
    protected List<Mailbox.Message> delivered() {
        return Arrays.stream(server.getReceivedMessages())
                .map(SendingMailsBySmtp::read)
                .toList();
    }

    @Test
    void offersPlainTextFirstAndHtmlLast() throws MessagingException, IOException {
        mailer().send(mail("evt-1"));

        MimeMultipart parts = (MimeMultipart) received().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWithIgnoringCase("text/plain; charset=utf-8");
        assertThat(parts.getBodyPart(1).getContentType()).startsWithIgnoringCase("text/html; charset=utf-8");
    }

    @Test
    void namesItselfAsTheSender() throws MessagingException {
        mailer().send(mail("evt-1"));

        assertThat(received().getFrom()).extracting(Object::toString).containsExactly(FROM);
        assertThat(received().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received().getSentDate()).isEqualTo(ManualClock.NOON);
    }

    @Test
    void givesEveryAttemptToSendAMailTheSameMessageId() throws MessagingException {
        mailer().send(mail("evt-1\r\nBcc: eve@example.org"));
        mailer().send(mail("evt-1\r\nBcc: eve@example.org"));
        mailer().send(mail("evt-2"));

        List<String> ids = Arrays.stream(server.getReceivedMessages())
                .map(SendingMailsBySmtp::messageId)
                .toList();
        assertThat(ids).hasSize(3).allSatisfy(id -> assertThat(id).matches("<[0-9a-f-]{36}@nova\\.example>"));
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void carriesTheCorrelationIdOfItsCause() throws MessagingException {
        new Correlation("req-17", Actor.system("test")).run(() -> mailer().send(mail("evt-1")));

        assertThat(received().getHeader("X-Correlation-ID")).containsExactly("req-17");
    }

    @Test
    void leavesOutACorrelationIdThatIsNone() throws MessagingException {
        new Correlation("a\r\nBcc: eve@example.org", Actor.system("test")).run(() -> mailer().send(mail("evt-1")));

        assertThat(received().getHeader("X-Correlation-ID")).isNull();
        assertThat(received().getAllRecipients()).hasSize(1);
    }

    @Test
    void reportsWhenNobodyAnswers() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> mailer(port).send(mail("evt-1"))).isInstanceOf(MailFailure.class);
    }

    @Test
    void keepsAddressesOutOfWhatItReports() {
        MailFailure failure = new MailFailure(
                "not taken",
                Anonymized.of(new IllegalStateException(
                        "failed", new IOException("550 5.1.1 <ada@example.org>: no such mailbox"))));

        assertThat(failure)
                .hasRootCauseMessage("IllegalStateException: failed; IOException: 550 5.1.1 <…>: no such mailbox");
    }

    @Test
    void needsOneAddressToSendFrom() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        ManualClock clock = new ManualClock();

        for (String from : List.of("", "nobody", "a@example.org, b@example.org", "a@example.org\r\nBcc: b@c.de")) {
            assertThatThrownBy(() -> new SmtpMailer(sender, from, clock)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static SmtpMailer mailer(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties()
                .putAll(Map.of("mail.smtp.connectiontimeout", "5000", "mail.smtp.timeout", "5000"));
        return new SmtpMailer(sender, FROM, new ManualClock());
    }

    private static Mail mail(String idempotencyKey) {
        return new Mail(
                new EmailAddress("ada@example.org"),
                Template.VERIFY_EMAIL,
                Map.of("displayName", "Ada", "link", "https://nova.example/v?token=a", "validHours", "24"),
                idempotencyKey);
    }

    private MimeMessage received() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mailbox.Message read(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            String text = content(parts.getBodyPart(0));
            return new Mailbox.Message(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    text,
                    content(parts.getBodyPart(1)),
                    text.lines().filter(line -> line.startsWith("https://")).toList(),
                    message.getSentDate().toInstant());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(BodyPart part) throws MessagingException, IOException {
        return (String) part.getContent();
    }
}
