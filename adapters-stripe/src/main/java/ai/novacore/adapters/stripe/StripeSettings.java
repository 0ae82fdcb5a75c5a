package ai.novacore.adapters.stripe;

import ai.novacore.domain.shared.Tier;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose account at Stripe it is, what is sold there, and how long Stripe may take.
 *
 * @param secretKey what every call is authorised by
 * @param apiBase where Stripe is; http or https, without a path
 * @param webhookSecrets what webhooks are signed with; several while one takes the place of another
 * @param prices the prices of each tier; the first one is sold, the others are those that somebody may still pay
 * @param successUrl where somebody comes back to from a page that they paid at
 * @param cancelUrl where they come back to without having paid
 * @param returnUrl where they come back to from looking after their subscription
 * @param connectTimeout how long a connection may take to come about
 * @param readTimeout how long one try may take as a whole
 * @param callTimeout how long a call may take with all its tries, pages and pauses
 * @param retries how often a try that failed is repeated
 */
public record StripeSettings(
        String secretKey,
        URI apiBase,
        List<String> webhookSecrets,
        Map<Tier, List<String>> prices,
        String successUrl,
        String cancelUrl,
        String returnUrl,
        Duration connectTimeout,
        Duration readTimeout,
        Duration callTimeout,
        int retries) {
    /** Stripe's own. */
    public static final URI STRIPE = URI.create("https://api.stripe.com");

    public StripeSettings {
        if (secretKey.isBlank()) {
            throw new IllegalArgumentException("Stripe's secret key must be set");
        }
        if (!"http".equalsIgnoreCase(apiBase.getScheme()) && !"https".equalsIgnoreCase(apiBase.getScheme())) {
            throw new IllegalArgumentException("the address of Stripe must begin with http:// or https://");
        }
        webhookSecrets = List.copyOf(webhookSecrets);
        if (webhookSecrets.isEmpty() || webhookSecrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("there must be a webhook secret, and none may be blank");
        }
        prices = copied(prices);
        requirePositive(connectTimeout);
        requirePositive(readTimeout);
        requirePositive(callTimeout);
        if (retries < 0) {
            throw new IllegalArgumentException("nothing can be repeated less than never");
        }
    }

    /** The defaults: 3 s to connect, 10 s for a try, 30 s for a call, two repetitions. */
    public static StripeSettings of(
            String secretKey,
            URI apiBase,
            List<String> webhookSecrets,
            Map<Tier, List<String>> prices,
            String publicUrl) {
        String billing = publicUrl.replaceFirst("/+$", "") + "/billing";
        return new StripeSettings(
                secretKey,
                apiBase,
                webhookSecrets,
                prices,
                // Stripe puts the name of the session there.
                billing + "?checkout={CHECKOUT_SESSION_ID}",
                billing + "?checkout=cancelled",
                billing,
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                2);
    }

    public StripeSettings withTimeouts(Duration connect, Duration read, Duration call) {
        return new StripeSettings(
                secretKey,
                apiBase,
                webhookSecrets,
                prices,
                successUrl,
                cancelUrl,
                returnUrl,
                connect,
                read,
                call,
                retries);
    }

    public StripeSettings withRetries(int repetitions) {
        return new StripeSettings(
                secretKey,
                apiBase,
                webhookSecrets,
                prices,
                successUrl,
                cancelUrl,
                returnUrl,
                connectTimeout,
                readTimeout,
                callTimeout,
                repetitions);
    }

    /** The price that a tier is sold for. */
    String sold(Tier tier) {
        List<String> known = prices.get(tier);
        if (known == null) {
            throw new IllegalArgumentException("there is no price of " + tier);
        }
        return known.getFirst();
    }

    /** The tier that has a price. */
    Optional<Tier> tierOf(String price) {
        return prices.entrySet().stream()
                .filter(entry -> entry.getValue().contains(price))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "StripeSettings[apiBase=" + apiBase + ", prices=" + prices + "]";
    }

    private static Map<Tier, List<String>> copied(Map<Tier, List<String>> prices) {
        Map<Tier, List<String>> copy = new EnumMap<>(Tier.class);
        Set<String> seen = new HashSet<>();
        prices.forEach((tier, ids) -> {
            if (tier == Tier.FREE || ids.isEmpty() || ids.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("each tier that is sold must have a price, and the free one none");
            }
            if (!ids.stream().allMatch(seen::add)) {
                throw new IllegalArgumentException("a price can only belong to one tier");
            }
            copy.put(tier, List.copyOf(ids));
        });
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("no tier has a price");
        }
        return Map.copyOf(copy);
    }

    private static void requirePositive(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a time limit must be longer than nothing");
        }
    }
}
