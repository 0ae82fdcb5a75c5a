package ai.novacore.adapters.email;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.user.MailerContract;
import ai.novacore.application.user.port.out.Mailbox;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.domain.user.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTheDevelopmentMailbox extends MailerContract {
    private final DevelopmentMailbox mailbox = new DevelopmentMailbox(new ManualClock());

    @Override
    protected Mailer mailer() {
        return mailbox;
    }

    @Override
    protected List<Mailbox.Message> delivered() {
        return mailbox.messages(null);
    }

    @Test
    void showsTheNewestFirst() {
        mailbox.send(mail("ada@example.org", "first"));
        mailbox.send(mail("ada@example.org", "second"));

        assertThat(mailbox.messages(null))
                .extracting(Mailbox.Message::links)
                .containsExactly(List.of(link("second")), List.of(link("first")));
    }

    @Test
    void findsMailsByTheirAddressHoweverItIsWritten() {
        mailbox.send(mail("ada@example.org", "adas"));
        mailbox.send(mail("bob@example.org", "bobs"));

        assertThat(mailbox.messages(" Ada@Example.ORG "))
                .extracting(Mailbox.Message::to)
                .containsExactly("ada@example.org");
        assertThat(mailbox.messages("nobody@example.org")).isEmpty();
    }

    @Test
    void tellsWhenAMailWasSent() {
        mailbox.send(mail("ada@example.org", "a"));

        assertThat(mailbox.messages(null)).extracting(Mailbox.Message::sentAt).containsExactly(ManualClock.NOON);
    }

    @Test
    void keepsTheLastFewHundred() {
        IntStream.rangeClosed(1, 302).forEach(number -> mailbox.send(mail("ada@example.org", "t" + number)));

        List<Mailbox.Message> messages = mailbox.messages(null);
        assertThat(messages).hasSize(300);
        assertThat(messages.getFirst().links()).containsExactly(link("t302"));
        assertThat(messages.getLast().links()).containsExactly(link("t3"));
    }

    @Test
    void losesNothingThatArrivesAtTheSameTime() {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 100)
                    .forEach(number -> threads.execute(() -> mailbox.send(mail("ada@example.org", "t" + number))));
        }

        assertThat(mailbox.messages(null))
                .extracting(message -> message.links().getFirst())
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Win at https://evil.example", "www.evil.example", "evil.example", "eve@evil"})
    void leavesOutANameThatReadsLikeAnAddress(String name) {
        mailbox.send(new Mail(
                new EmailAddress("ada@example.org"),
                Template.VERIFY_EMAIL,
                Map.of("displayName", name, "link", link("a"), "validHours", "24"),
                "evt-1"));

        assertThat(mailbox.messages(null)).singleElement().satisfies(message -> {
            assertThat(message.text()).startsWith("Hello,").doesNotContain(name);
            assertThat(message.html()).contains("Hello,").doesNotContain(name);
            assertThat(message.links()).containsExactly(link("a"));
        });
    }

    private static Mail mail(String to, String token) {
        return new Mail(
                new EmailAddress(to),
                Template.VERIFY_EMAIL,
                Map.of("displayName", "J. R. R. Tolkien", "link", link(token), "validHours", "24"),
                "evt-" + token);
    }

    private static String link(String token) {
        return "https://nova.example/verify-email?token=" + token;
    }
}
