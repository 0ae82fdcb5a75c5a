package ai.novacore.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** How much of the processor something has used so far. */
interface Processor {
    /** Nothing that is counted. */
    Processor NONE = () -> Duration.ZERO;

    /** A process alone. */
    static Processor of(ProcessHandle process) {
        return () -> used(process);
    }

    /** A process and those that it started and that still run. */
    static Processor ofFamily(ProcessHandle process) {
        return () -> Stream.concat(Stream.of(process), process.descendants())
                .map(Processor::used)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration used(ProcessHandle process) {
        Optional<Duration> used = process.info().totalCpuDuration();
        return used.orElse(Duration.ZERO);
    }

    Duration used();

    default Processor and(Processor other) {
        return () -> used().plus(other.used());
    }

    /** Waits until it has next to nothing to do, for some seconds at the most. */
    default void awaitRest() {
        Duration look = Duration.ofMillis(200);
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        Duration before = used();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(look.toNanos());
            Duration now = used();
            if (now.minus(before).toMillis() <= 20) {
                return;
            }
            before = now;
        }
    }
}
