package ai.novacore.adapters.stripe.standin;

import java.time.Duration;

/**
 * What goes wrong on purpose, and what cannot be asked for through the API. Applies to what happens after it is set.
 *
 * @param duplicates how probable it is that a webhook is sent twice, 0 to 1
 * @param disorder how probable it is that a webhook is held back for up to {@code window}, 0 to 1
 * @param window the longest time a webhook is held back by {@code disorder}
 * @param delay how long each webhook waits before it is sent
 * @param loss how probable it is that a webhook is never sent, 0 to 1
 * @param outage how the API fails
 * @param trialDays free days at the start of each subscription bought through a checkout that names none itself; the
 *     card is optional then, and a trial that ends without one pauses the subscription
 * @param unpaidAtLast whether a subscription whose invoice stays unpaid ends as unpaid rather than canceled
 * @param seed of the chances, so that the same switches do the same again
 */
public record Switches(
        double duplicates,
        double disorder,
        Duration window,
        Duration delay,
        double loss,
        Outage outage,
        int trialDays,
        boolean unpaidAtLast,
        long seed) {

    /** Nothing goes wrong, and there is no trial. */
    public static final Switches OFF = new Switches(0, 0, Duration.ZERO, Duration.ZERO, 0, Outage.NONE, 0, false, 1);

    public Switches {
        chance(duplicates);
        chance(disorder);
        chance(loss);
        if (window.isNegative() || delay.isNegative() || trialDays < 0 || trialDays > 730) {
            throw new IllegalArgumentException("times must not be negative, and a trial has at most 730 days");
        }
    }

    public Switches withDuplicates(double chance) {
        return new Switches(chance, disorder, window, delay, loss, outage, trialDays, unpaidAtLast, seed);
    }

    public Switches withDisorder(double chance, Duration upTo) {
        return new Switches(duplicates, chance, upTo, delay, loss, outage, trialDays, unpaidAtLast, seed);
    }

    public Switches withDelay(Duration each) {
        return new Switches(duplicates, disorder, window, each, loss, outage, trialDays, unpaidAtLast, seed);
    }

    public Switches withLoss(double chance) {
        return new Switches(duplicates, disorder, window, delay, chance, outage, trialDays, unpaidAtLast, seed);
    }

    public Switches withOutage(Outage kind) {
        return new Switches(duplicates, disorder, window, delay, loss, kind, trialDays, unpaidAtLast, seed);
    }

    public Switches withTrialDays(int days) {
        return new Switches(duplicates, disorder, window, delay, loss, outage, days, unpaidAtLast, seed);
    }

    public Switches withUnpaidAtLast(boolean unpaid) {
        return new Switches(duplicates, disorder, window, delay, loss, outage, trialDays, unpaid, seed);
    }

    public Switches withSeed(long other) {
        return new Switches(duplicates, disorder, window, delay, loss, outage, trialDays, unpaidAtLast, other);
    }

    private static void chance(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a chance is between 0 and 1");
        }
    }
}
