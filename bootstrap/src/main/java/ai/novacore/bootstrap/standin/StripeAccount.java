package ai.novacore.bootstrap.standin;

import ai.novacore.domain.shared.Tier;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What has to be known to use the stand-in for Stripe as if it were Stripe. */
public record StripeAccount(String secretKey, URI apiBase, String webhookSecret, Map<Tier, List<String>> prices) {
    public StripeAccount {
        prices = Map.copyOf(prices);
    }
}
