package ai.novacore.adapters.stripe;

import ai.novacore.domain.shared.Tier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** An account at Stripe that sells two tiers. */
final class StripeExample {
    static final Map<Tier, List<String>> PRICES =
            Map.of(Tier.BASIC, List.of("price_basic", "price_basic_2024"), Tier.PRO, List.of("price_pro"));

    private StripeExample() {}

    /** Nothing is repeated, so that failures come at once. */
    static StripeSettings settings(String apiBase) {
        return StripeSettings.of(
                        "sk_test_secret",
                        URI.create(apiBase),
                        List.of("whsec_secret"),
                        PRICES,
                        "https://nova.example.org/")
                .withRetries(0);
    }

    static StripeSettings settingsFor(List<String> webhookSecrets) {
        return StripeSettings.of(
                "sk_test_secret", StripeSettings.STRIPE, webhookSecrets, PRICES, "https://nova.example.org");
    }

    static StripePaymentGateway gateway(StripeSettings settings) {
        return new StripePaymentGateway(
                settings, Clock.systemUTC(), new SimpleMeterRegistry(), ObservationRegistry.NOOP);
    }
}
