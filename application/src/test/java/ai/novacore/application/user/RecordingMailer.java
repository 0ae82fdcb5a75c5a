package ai.novacore.application.user;

import ai.novacore.application.user.port.out.Mailbox;
import ai.novacore.application.user.port.out.Mailer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the mails that it is given; fails first, when told to. Its words are just the values. */
public final class RecordingMailer implements Mailer {
    private final List<Mail> mails = new ArrayList<>();
    private int failures;
    private int attempts;

    /** Lets the next {@code times} attempts fail. */
    public synchronized void fail(int times) {
        failures = times;
    }

    /** How often somebody tried to send a mail. */
    public synchronized int attempts() {
        return attempts;
    }

    /** What was sent, oldest first. */
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** What was sent, in words. */
    public List<Mailbox.Message> messages() {
        return mails().stream().map(RecordingMailer::message).toList();
    }

    @Override
    public synchronized void send(Mail mail) {
        attempts++;
        if (failures > 0) {
            failures--;
            throw new MailFailure("told to fail", new IllegalStateException());
        }
        mails.add(mail);
    }

    private static Mailbox.Message message(Mail mail) {
        String name = mail.values().getOrDefault("displayName", "").replaceAll("\\p{Cntrl}+", " ");
        String greeting = name.isEmpty() || name.contains("://") ? "Hello," : "Hello " + name + ",";
        String text = greeting + "\n" + String.join(", ", others(mail));
        String html = "<p>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>";
        String link = mail.values().get("link");
        List<String> links = link == null ? List.of() : List.of(link);
        return new Mailbox.Message(mail.to().value(), mail.template().name(), text, html, links, Instant.EPOCH);
    }

    private static List<String> others(Mail mail) {
        return mail.values().entrySet().stream()
                .filter(value -> !value.getKey().equals("displayName"))
                .map(Map.Entry::getValue)
                .toList();
    }
}
