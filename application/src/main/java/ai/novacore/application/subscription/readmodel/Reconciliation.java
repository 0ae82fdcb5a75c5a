package ai.novacore.application.subscription.readmodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of all subscriptions with what Stripe says.
 *
 * @param checked how many subscriptions were compared, of Stripe's and ours together
 * @param differing of how many customers something differed
 * @param differences the first of them
 * @param failure why it broke off; absent when it came to its end
 */
public record Reconciliation(
        String id,
        Instant startedAt,
        Instant endedAt,
        long checked,
        long differing,
        List<Difference> differences,
        @Nullable String failure) {

    /**
     * What differed of one customer.
     *
     * @param user whose subscription it is; absent when Stripe's customer is nobody that we know
     * @param found what Stripe's word would change, as the names of the events
     */
    public record Difference(@Nullable String user, String customer, List<String> found) {
        public Difference {
            found = List.copyOf(found);
        }
    }

    public Reconciliation {
        differences = List.copyOf(differences);
    }
}
