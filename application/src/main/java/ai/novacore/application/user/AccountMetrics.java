package ai.novacore.application.user;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What is measured of accounts; names and labels are part of the product (DESIGN.md section 10). */
public final class AccountMetrics {
    private final Counter registrations;
    private final Counter logins;
    private final Counter failedLogins;
    private final Counter refreshes;

    public AccountMetrics(MeterRegistry registry) {
        registrations = registry.counter("auth.registration");
        logins = registry.counter("auth.login", "success", "true");
        failedLogins = registry.counter("auth.login", "success", "false");
        refreshes = registry.counter("auth.token.refresh");
    }

    void registered() {
        registrations.increment();
    }

    void loggedIn(boolean success) {
        (success ? logins : failedLogins).increment();
    }

    void refreshed() {
        refreshes.increment();
    }
}
