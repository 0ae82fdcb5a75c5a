package ai.novacore.application.user.port.out;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The development mailbox: what was sent, for reading in the browser. Exists in the local profile only. */
public interface Mailbox {

    /** A mail that was sent; {@code links} are the addresses in it, in order. */
    record Message(String to, String subject, String text, String html, List<String> links, Instant sentAt) {
        public Message {
            links = List.copyOf(links);
        }
    }

    /**
     * The mails, newest first; the mailbox keeps the last few hundred.
     *
     * @param to only mails to this address; all when absent
     */
    List<Message> messages(@Nullable String to);
}
