package ai.novacore.application.reflection;

import ai.novacore.application.reflection.port.out.ReflectionStore.Pending;
import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through conversations, a few at once. Those of one person come one after the other, oldest first, because each is
 * compared with what the ones before have yielded.
 */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final int parallel;

    Round(int parallel) {
        this.parallel = parallel;
    }

    /**
     * Returns when all is done, or stopped.
     *
     * @param work whether to go on after a conversation
     * @return false when it was stopped
     */
    boolean work(List<Pending> page, Predicate<Pending> work) {
        AtomicBoolean mayGoOn = new AtomicBoolean(true);
        Correlation correlation = Correlation.current();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                parallel, Thread.ofVirtual().name("reflection-", 0).factory())) {
            for (List<Pending> own : byOwner(page)) {
                pool.execute(() -> correlation.run(() -> work(own, work, mayGoOn)));
            }
        }
        return mayGoOn.get() && !Thread.currentThread().isInterrupted();
    }

    private static void work(List<Pending> own, Predicate<Pending> work, AtomicBoolean mayGoOn) {
        for (Pending pending : own) {
            if (!mayGoOn.get()) {
                return;
            }
            try {
                if (!work.test(pending)) {
                    mayGoOn.set(false);
                }
            } catch (RuntimeException e) {
                // Not even its failure could be noted: the conversation stays as it is, and comes with the next run.
                LOG.warn(
                        "Reflection on conversation {} failed",
                        pending.conversation().value(),
                        e);
            }
        }
    }

    private static List<List<Pending>> byOwner(List<Pending> page) {
        Map<UserId, List<Pending>> owners = new LinkedHashMap<>();
        page.forEach(pending ->
                owners.computeIfAbsent(pending.owner(), _ -> new ArrayList<>()).add(pending));
        owners.values().forEach(own -> own.sort(Comparator.comparing(Pending::lastTurnAt)));
        return List.copyOf(owners.values());
    }
}
