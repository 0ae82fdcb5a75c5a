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
        registrations = Counter.builder("auth.registration")
                .description("accounts that were registered")
                .register(registry);
        logins = logins(registry, true);
        failedLogins = logins(registry, false);
        refreshes = Counter.builder("auth.token.refresh")
                .description("sessions that were renewed")
                .register(registry);
    }

    private static Counter logins(MeterRegistry registry, boolean success) {
        return Counter.builder("auth.login")
                .description("attempts to log in")
                .tags("success", String.valueOf(success))
                .register(registry);
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
