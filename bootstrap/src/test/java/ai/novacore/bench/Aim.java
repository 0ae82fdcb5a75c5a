package ai.novacore.bench;

import java.util.Locale;

/**
 * What a figure should be.
 *
 * @param atLeast whether the bound is the least or the most
 */
record Aim(boolean atLeast, double bound) {

    static Aim atLeast(double bound) {
        return new Aim(true, bound);
    }

    static Aim atMost(double bound) {
        return new Aim(false, bound);
    }

    boolean isMetBy(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
        return (atLeast ? "≥ " : "≤ ") + String.format(Locale.ROOT, "%s", bound).replaceFirst("\\.0$", "");
    }
}
