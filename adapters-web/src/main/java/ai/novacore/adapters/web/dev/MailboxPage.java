package ai.novacore.adapters.web.dev;

import ai.novacore.adapters.web.history.Words;
import ai.novacore.application.user.port.out.Mailbox.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** The development mailbox as a page. It shows the plain text of each mail, never its markup, and runs no scripts. */
final class MailboxPage {
    static final MediaType TYPE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --soft: #8882; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; }
            h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: 0; }
            article { border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.25rem; margin: 1rem 0; }
            .about { opacity: .7; font-size: .9rem; margin: .1rem 0 .8rem; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; background: var(--soft);
              border-radius: .5rem; padding: .75rem; margin: 0; }
            a { overflow-wrap: anywhere; }
            """;

    /** Allows this style and nothing else: no scripts, no images, no frames. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private MailboxPage() {}

    static String of(List<Message> messages) {
        String mails = messages.isEmpty()
                ? "<p>No mail yet. Register an account, and its mail appears here.</p>"
                : messages.stream().map(MailboxPage::mail).collect(Collectors.joining());
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Mailbox</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>%s</style></head>
            <body><h1>Mailbox</h1><p class="about">Mails of this local installation. None of them was sent.</p>
            <main>%s</main></body></html>
            """.formatted(STYLE, mails);
    }

    private static String mail(Message message) {
        String links = message.links().stream()
                .filter(link -> link.startsWith("http://") || link.startsWith("https://"))
                .map(HtmlUtils::htmlEscape)
                .map(link -> "<p><a rel=\"noreferrer\" href=\"" + link + "\">" + link + "</a></p>")
                .collect(Collectors.joining());
        return """
            <article><h2>%s</h2><p class="about">to %s, %s</p><pre>%s</pre>%s</article>
            """.formatted(
                        HtmlUtils.htmlEscape(message.subject()),
                        HtmlUtils.htmlEscape(message.to()),
                        Words.at(message.sentAt()),
                        HtmlUtils.htmlEscape(message.text()),
                        links);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
