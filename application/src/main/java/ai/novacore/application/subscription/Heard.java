package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookReader.Said;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.CustomerDeleted;
import ai.novacore.domain.subscription.StripeCause;
import java.util.List;

/**
 * What the entries of a claim say, the oldest first.
 *
 * @param said by those that can be read
 * @param unreadable the others
 * @param newest of all of them
 */
record Heard(List<Statement> said, List<Entry> unreadable, StripeCause newest) {

    /** What one entry says. */
    record Statement(Entry entry, Said said) {
        StripeCause cause() {
            return Heard.cause(entry);
        }
    }

    Heard {
        said = List.copyOf(said);
        unreadable = List.copyOf(unreadable);
    }

    static StripeCause cause(Entry entry) {
        return new StripeCause(entry.id(), entry.createdAt());
    }

    List<Entry> readable() {
        return said.stream().map(Statement::entry).toList();
    }

    boolean customerDeleted() {
        return said.stream().anyMatch(statement -> statement.said() instanceof CustomerDeleted);
    }
}
