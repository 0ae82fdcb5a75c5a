package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.adapters.persistence.eventstore.PostgresEventStorageEngine.AppendListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes on what was appended, so that the engine need not know who follows the log. */
final class AppendRelay implements AppendListener {
    private final List<AppendListener> listeners = new CopyOnWriteArrayList<>();

    void to(AppendListener listener) {
        listeners.add(listener);
    }

    @Override
    public void appended(LogPosition newest) {
        listeners.forEach(listener -> listener.appended(newest));
    }
}
