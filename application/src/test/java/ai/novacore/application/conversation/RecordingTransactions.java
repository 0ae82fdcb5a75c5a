package ai.novacore.application.conversation;

import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Notes which events were recorded in one transaction. */
final class RecordingTransactions implements CommandDispatcher {
    private final InMemoryCommandDispatcher log;
    private final List<List<String>> transactions = new CopyOnWriteArrayList<>();

    RecordingTransactions(InMemoryCommandDispatcher log) {
        this.log = log;
    }

    /** The kinds of events of each transaction that recorded any, oldest first. */
    List<List<String>> transactions() {
        return List.copyOf(transactions);
    }

    @Override
    public List<DomainEvent> dispatch(DomainCommand command) {
        return log.dispatch(command);
    }

    @Override
    public <T> T atomically(Supplier<T> work) {
        int before = log.events().size();
        T result = log.atomically(work);
        List<DomainEvent> after = log.events();
        if (after.size() > before) {
            transactions.add(after.subList(before, after.size()).stream()
                    .map(event -> event.getClass().getSimpleName())
                    .toList());
        }
        return result;
    }
}
