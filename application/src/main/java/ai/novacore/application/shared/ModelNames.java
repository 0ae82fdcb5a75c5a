package ai.novacore.application.shared;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The first 64 names of models that came, so that what is kept for each of them stays bounded. Safe for threads. */
public final class ModelNames {
    private static final int MOST = 64;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** True once for each of the names. */
    public boolean isNew(String model) {
        if (known.contains(model)) {
            return false;
        }
        synchronized (known) {
            return known.size() < MOST && known.add(model);
        }
    }

    public boolean isKnown(String model) {
        return known.contains(model);
    }
}
