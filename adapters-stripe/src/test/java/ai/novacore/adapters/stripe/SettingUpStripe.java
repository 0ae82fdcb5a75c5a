package ai.novacore.adapters.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.novacore.domain.shared.Tier;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingUpStripe {
    private final StripeSettings settings = StripeExample.settings("https://api.stripe.com");

    @Test
    void leadsBackToTheBillingPage() {
        assertThat(settings.successUrl()).isEqualTo("https://nova.example.org/billing?checkout={CHECKOUT_SESSION_ID}");
        assertThat(settings.cancelUrl()).isEqualTo("https://nova.example.org/billing?checkout=cancelled");
        assertThat(settings.returnUrl()).isEqualTo("https://nova.example.org/billing");
    }

    @Test
    void showsNoSecret() {
        assertThat(settings.toString()).doesNotContain("sk_test_secret").doesNotContain("whsec_secret");
    }

    @Test
    void knowsPricesThatAreNoLongerSold() {
        assertThat(settings.sold(Tier.BASIC)).isEqualTo("price_basic");
        assertThat(settings.tierOf("price_basic_2024")).contains(Tier.BASIC);
        assertThat(settings.tierOf("price_of_a_shirt")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> settings.sold(Tier.FREE));
    }

    @Test
    void refusesPricesThatMakeNoSense() {
        for (Map<Tier, List<String>> prices : List.<Map<Tier, List<String>>>of(
                Map.of(),
                Map.of(Tier.BASIC, List.of()),
                Map.of(Tier.BASIC, List.of(" ")),
                Map.of(Tier.FREE, List.of("price_free")),
                Map.of(Tier.BASIC, List.of("price_1"), Tier.PRO, List.of("price_1")))) {
            assertThatIllegalArgumentException().isThrownBy(() -> with("sk", "https://a", List.of("whsec"), prices));
        }
    }

    @Test
    void refusesWhatIsMissing() {
        Map<Tier, List<String>> prices = settings.prices();
        assertThatIllegalArgumentException().isThrownBy(() -> with(" ", "https://a", List.of("whsec"), prices));
        assertThatIllegalArgumentException().isThrownBy(() -> with("sk", "ftp://a", List.of("whsec"), prices));
        assertThatIllegalArgumentException().isThrownBy(() -> with("sk", "https://a", List.of(), prices));
        assertThatIllegalArgumentException().isThrownBy(() -> with("sk", "https://a", List.of("whsec", ""), prices));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withTimeouts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withRetries(-1));
    }

    private static StripeSettings with(String key, String base, List<String> secrets, Map<Tier, List<String>> prices) {
        return StripeSettings.of(key, URI.create(base), secrets, prices, "https://nova.example.org");
    }
}
