package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.domain.shared.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps who is which customer for as long as the test runs. */
public final class InMemoryBillingCustomers implements BillingCustomers {
    private final Map<UserId, String> customers = new HashMap<>();

    @Override
    public synchronized Optional<String> customerOf(UserId user) {
        return Optional.ofNullable(customers.get(user));
    }

    @Override
    public synchronized Optional<UserId> userOf(String customer) {
        return customers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(customer))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public synchronized String link(UserId user, String customer) {
        if (!customers.containsKey(user) && customers.containsValue(customer)) {
            throw new IllegalStateException("another member is this customer");
        }
        customers.putIfAbsent(user, customer);
        return customers.get(user);
    }

    @Override
    public synchronized boolean holds(UserId user, String customer) {
        return customer.equals(customers.get(user));
    }

    @Override
    public synchronized void remove(UserId user) {
        customers.remove(user);
    }

    /** What brings it back to how it is now. */
    public synchronized Runnable remember() {
        Map<UserId, String> before = Map.copyOf(customers);
        return () -> {
            customers.clear();
            customers.putAll(before);
        };
    }
}
