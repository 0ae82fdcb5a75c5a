package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.stripe.StripePaymentGateway;
import ai.novacore.adapters.stripe.StripeSettings;
import ai.novacore.adapters.stripe.StripeWebhooks;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.bootstrap.standin.StripeAccount;
import ai.novacore.domain.shared.Tier;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stripe; in the local profile the stand-in when there is no key for Stripe itself. */
@Configuration(proxyBeanMethods = false)
class StripeWiring {

    @Bean
    StripeSettings stripeSettings(NovaSettings settings, Optional<StripeAccount> standIn) {
        NovaSettings.Stripe stripe = settings.stripe();
        String base = stripe.apiBase();
        return StripeSettings.of(
                standIn.map(StripeAccount::secretKey).orElseGet(() -> given(stripe.secretKey())),
                standIn.map(StripeAccount::apiBase)
                        .orElseGet(() -> base == null || base.isBlank() ? StripeSettings.STRIPE : URI.create(base)),
                Stream.concat(
                                listed(stripe.webhookSecret()).stream(),
                                standIn.map(StripeAccount::webhookSecret).stream())
                        .toList(),
                standIn.map(StripeAccount::prices).orElseGet(() -> prices(stripe)),
                settings.publicUrl().toString());
    }

    private static String given(@Nullable String key) {
        return key == null ? "" : key;
    }

    private static Map<Tier, List<String>> prices(NovaSettings.Stripe stripe) {
        Map<Tier, List<String>> prices = new EnumMap<>(Tier.class);
        stripe.prices().forEach((tier, ids) -> {
            List<String> known = listed(ids);
            if (!known.isEmpty()) {
                prices.put(tier, known);
            }
        });
        return prices;
    }

    private static List<String> listed(@Nullable String texts) {
        return texts == null
                ? List.of()
                : Stream.of(texts.split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    @Bean
    StripePaymentGateway paymentGateway(
            StripeSettings settings, Clock clock, MeterRegistry meters, ObservationRegistry observations) {
        return new StripePaymentGateway(settings, clock, meters, observations);
    }

    @Bean
    StripeWebhooks stripeWebhooks(StripeSettings settings, Clock clock) {
        return new StripeWebhooks(settings, clock);
    }
}
