package ai.novacore.bench;

import java.util.Arrays;
import java.util.Collection;

/** Numbers of one kind, in order. */
final class Samples {
    private static final double NANOS_PER_MILLI = 1e6;

    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
        Arrays.sort(this.sorted);
    }

    static Samples of(Collection<Double> values) {
        return new Samples(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Milliseconds, from nanoseconds. */
    static Samples millis(Collection<Long> nanos) {
        return new Samples(nanos.stream().mapToDouble(n -> n / NANOS_PER_MILLI).toArray());
    }

    /** The least value that the given share of all does not exceed (nearest rank). */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /** The middle one; of an even number, the mean of the two in the middle. */
    double median() {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
