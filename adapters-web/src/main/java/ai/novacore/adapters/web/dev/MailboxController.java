package ai.novacore.adapters.web.dev;

import ai.novacore.adapters.web.input.Texts;
import ai.novacore.application.user.port.out.Mailbox;
import ai.novacore.application.user.port.out.Mailbox.Message;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows developers the mails that would have been sent. */
@Profile("local")
@RestController
@RequestMapping("/dev/mailbox")
final class MailboxController {
    private static final int LONGEST_ADDRESS = 254;

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Schema(name = "DevMails")
    record Mails(List<Mail> messages) {}

    @Schema(name = "DevMail")
    record Mail(String to, String subject, String text, String html, List<String> links, Instant sentAt) {
        static Mail of(Message message) {
            return new Mail(
                    message.to(), message.subject(), message.text(), message.html(), message.links(), message.sentAt());
        }
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", MailboxPage.POLICY)
                .contentType(MailboxPage.TYPE)
                .body(MailboxPage.of(mailbox.messages(null)));
    }

    @GetMapping("/messages")
    Mails messages(@RequestParam(required = false) @Nullable String to) {
        return new Mails(mailbox.messages(Texts.optional("to", to, LONGEST_ADDRESS)).stream()
                .map(Mail::of)
                .toList());
    }
}
