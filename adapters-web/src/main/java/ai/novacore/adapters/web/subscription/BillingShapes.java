package ai.novacore.adapters.web.subscription;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.application.quota.TierLimits.Limits;
import ai.novacore.application.subscription.port.in.BillingQuery.Standing;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.SubscriptionStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shapes of billing in HTTP. */
public final class BillingShapes {
    static final String FOR_SALE = "basic|pro";

    private BillingShapes() {}

    record Plans(List<Plan> plans) {}

    /** A tier with what it costs and what it allows. */
    record Plan(
            @Schema(allowableValues = {"free", "basic", "pro"})
            String tier,

            String name,
            Price price,
            Limits limits) {}

    /** An amount in the smallest unit of the currency. */
    record Price(
            long amount,
            String currency,
            @Schema(allowableValues = {"month", "year"}) String interval) {
        static Price of(PaymentGateway.Price price) {
            return new Price(price.amount(), price.currency(), price.interval());
        }
    }

    /**
     * What a member has. {@code endsAt} while the end is scheduled, {@code nextTier} while a lower tier is; {@code
     * checkoutOpen} while they may be paying.
     */
    @Schema(name = "Subscription")
    public record SubscriptionView(
            @Schema(allowableValues = {"free", "basic", "pro"})
            String tier,

            @Schema(allowableValues = {"none", "active", "past_due", "cancelling", "cancelled"})
            String status,

            @Nullable Instant currentPeriodEnd,
            @Nullable Instant graceUntil,
            @Nullable Instant endsAt,
            @Nullable String nextTier,
            @Nullable Instant nextTierAt,
            boolean checkoutOpen) {

        public static SubscriptionView of(Standing standing) {
            Tier next = standing.nextTier();
            return new SubscriptionView(
                    Choices.lower(standing.tier()),
                    status(standing.status()),
                    standing.periodEnd(),
                    standing.graceUntil(),
                    standing.endsAt(),
                    next == null ? null : Choices.lower(next),
                    standing.nextTierAt(),
                    standing.checkoutOpen());
        }

        /** Whoever is paused has to say how they pay, as whoever is overdue. */
        private static String status(SubscriptionStatus status) {
            return Choices.lower(status == SubscriptionStatus.PAUSED ? SubscriptionStatus.PAST_DUE : status);
        }
    }

    @Schema(name = "CheckoutRequest")
    record CheckoutRequest(
            @NotNull @Pattern(regexp = FOR_SALE, message = "must be one of basic, pro") String tier) {

        Tier wanted() {
            return Tier.valueOf(tier.toUpperCase(Locale.ROOT));
        }
    }

    record Checkout(String sessionId, URI checkoutUrl) {}

    /** {@code tier} to change to; the beginning of the portal when absent. */
    @Schema(name = "PortalRequest")
    record PortalRequest(
            @Pattern(regexp = FOR_SALE, message = "must be one of basic, pro") @Nullable String tier) {

        @Nullable Tier wanted() {
            return tier == null ? null : Tier.valueOf(tier.toUpperCase(Locale.ROOT));
        }
    }

    record Portal(URI url) {}
}
