package ai.novacore.adapters.stripe.standin;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Decides by the switches how often and how late a webhook goes out. The same seed decides the same. */
final class Disturbance {
    private Switches switches = Switches.OFF;
    private Random random = new Random(switches.seed());

    synchronized void set(Switches switches) {
        this.switches = switches;
        random = new Random(switches.seed());
    }

    synchronized Switches switches() {
        return switches;
    }

    /** How long each copy waits; none at all when the webhook is lost. */
    synchronized List<Duration> waits() {
        boolean lost = random.nextDouble() < switches.loss();
        boolean twice = random.nextDouble() < switches.duplicates();
        Duration first = wait(random.nextDouble(), random.nextDouble());
        Duration second = wait(random.nextDouble(), random.nextDouble());
        if (lost) {
            return List.of();
        }
        return twice ? List.of(first, second) : List.of(first);
    }

    private Duration wait(double chance, double share) {
        Duration held = chance < switches.disorder()
                ? Duration.ofMillis(Math.round(switches.window().toMillis() * share))
                : Duration.ZERO;
        return switches.delay().plus(held);
    }
}
