package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.SubscriptionStore;
import ai.novacore.application.subscription.readmodel.SubscriptionOverview;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.AppliedFacts;
import ai.novacore.domain.subscription.Subscription;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps overviews for as long as the test runs. */
public final class InMemorySubscriptions implements SubscriptionStore {
    private final Map<String, SubscriptionOverview> overviews = new TreeMap<>();

    @Override
    public synchronized Optional<SubscriptionOverview> find(UserId user) {
        return Optional.ofNullable(overviews.get(user.value()));
    }

    @Override
    public synchronized void save(SubscriptionOverview overview) {
        Subscription state = overview.state();
        overviews.put(
                overview.user().value(),
                new SubscriptionOverview(
                        overview.user(),
                        new Subscription(
                                state.tier(),
                                state.billing(),
                                state.ended(),
                                state.checkout(),
                                new AppliedFacts(List.of()))));
    }

    @Override
    public synchronized void remove(UserId user) {
        overviews.remove(user.value());
    }

    @Override
    public synchronized List<UserId> due(Instant now, int limit) {
        return overviews.values().stream()
                .filter(overview -> !overview.due().isAfter(now))
                .sorted(Comparator.comparing(SubscriptionOverview::due))
                .limit(limit)
                .map(SubscriptionOverview::user)
                .toList();
    }

    @Override
    public synchronized List<SubscriptionOverview> running(@Nullable UserId after, int limit) {
        return overviews.values().stream()
                .filter(overview -> overview.state().running() != null)
                .filter(overview -> after == null || overview.user().value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList();
    }
}
