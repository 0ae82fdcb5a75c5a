package ai.novacore.application.subscription.port.out;

import ai.novacore.application.subscription.readmodel.SubscriptionOverview;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the read model {@link SubscriptionOverview}. */
public interface SubscriptionStore {
    Optional<SubscriptionOverview> find(UserId user);

    /** Adds or replaces. */
    void save(SubscriptionOverview overview);

    /** Nothing to do when it is not there. */
    void remove(UserId user);

    /** Whose deadline has come, the earliest first. */
    List<UserId> due(Instant now, int limit);

    /**
     * Whoever has a running subscription, in the order of their ids.
     *
     * @param after the last one of the part before; the first part when absent
     */
    List<SubscriptionOverview> running(@Nullable UserId after, int limit);
}
