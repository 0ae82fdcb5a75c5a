package ai.novacore.adapters.email;

import ai.novacore.application.user.port.out.Mailbox;
import ai.novacore.application.user.port.out.Mailer;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps mails in memory instead of sending them; they read as they would have been sent. Safe for many threads. */
public final class DevelopmentMailbox implements Mailer, Mailbox {
    static final int CAPACITY = 300;

    private final MailTemplates templates = new MailTemplates();
    private final Deque<Message> newestFirst = new ArrayDeque<>();
    private final Clock clock;

    public DevelopmentMailbox(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) {
        RenderedMail rendered = templates.render(mail);
        Message message = new Message(
                mail.to().value(),
                rendered.subject(),
                rendered.text(),
                rendered.html(),
                rendered.links(),
                clock.instant());
        synchronized (newestFirst) {
            newestFirst.addFirst(message);
            if (newestFirst.size() > CAPACITY) {
                newestFirst.removeLast();
            }
        }
    }

    @Override
    public List<Message> messages(@Nullable String to) {
        List<Message> all;
        synchronized (newestFirst) {
            all = List.copyOf(newestFirst);
        }
        if (to == null) {
            return all;
        }
        String address = to.strip().toLowerCase(Locale.ROOT);
        return all.stream().filter(message -> message.to().equals(address)).toList();
    }
}
