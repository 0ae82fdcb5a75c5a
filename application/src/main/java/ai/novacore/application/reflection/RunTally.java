package ai.novacore.application.reflection;

import ai.novacore.application.memory.port.in.RunReport;
import ai.novacore.application.reflection.ReflectOnConversation.Yield;
import ai.novacore.domain.memory.RunId;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up what a run comes to. Safe for use by many threads. */
final class RunTally {
    private final AtomicLong processed = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong supported = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    void add(Yield yield) {
        if (yield.reflected() == Reflected.DONE) {
            processed.incrementAndGet();
        } else {
            failed.incrementAndGet();
        }
        stored.addAndGet(yield.stored());
        supported.addAndGet(yield.supported());
    }

    void addFailure() {
        failed.incrementAndGet();
    }

    RunReport report(RunId run) {
        return new RunReport(run, processed.get() + failed.get(), stored.get(), supported.get(), failed.get());
    }
}
