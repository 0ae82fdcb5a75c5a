package ai.novacore.adapters.web.subscription;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.adapters.web.subscription.BillingShapes.Checkout;
import ai.novacore.adapters.web.subscription.BillingShapes.CheckoutRequest;
import ai.novacore.adapters.web.subscription.BillingShapes.Plan;
import ai.novacore.adapters.web.subscription.BillingShapes.Plans;
import ai.novacore.adapters.web.subscription.BillingShapes.Portal;
import ai.novacore.adapters.web.subscription.BillingShapes.PortalRequest;
import ai.novacore.adapters.web.subscription.BillingShapes.Price;
import ai.novacore.adapters.web.subscription.BillingShapes.SubscriptionView;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.subscription.port.in.BillingQuery;
import ai.novacore.application.subscription.port.in.BuyTierUseCase;
import ai.novacore.application.subscription.port.in.BuyTierUseCase.Page;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.domain.shared.Tier;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is for sale, what a member has, and the way to where they pay. */
@RestController
@RequestMapping("/billing")
final class BillingController {
    private final BillingQuery billing;
    private final BuyTierUseCase buying;
    private final TierLimits limits;

    BillingController(BillingQuery billing, BuyTierUseCase buying, TierLimits limits) {
        this.billing = billing;
        this.buying = buying;
        this.limits = limits;
    }

    /** What is free costs nothing in the currency of the others. */
    @GetMapping("/plans")
    Plans plans() {
        Map<Tier, PaymentGateway.Price> prices = billing.prices();
        List<Plan> plans = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            PaymentGateway.Price price = tier == Tier.FREE ? free(prices) : prices.get(tier);
            if (price != null) {
                plans.add(new Plan(Choices.lower(tier), name(tier), Price.of(price), limits.of(tier)));
            }
        }
        return new Plans(plans);
    }

    private static PaymentGateway.Price free(Map<Tier, PaymentGateway.Price> prices) {
        return prices.values().stream()
                .findFirst()
                .map(some -> new PaymentGateway.Price(0, some.currency(), some.interval()))
                .orElseGet(() -> new PaymentGateway.Price(0, "eur", "month"));
    }

    private static String name(Tier tier) {
        return tier.name().charAt(0) + Choices.lower(tier).substring(1);
    }

    @GetMapping("/subscription")
    SubscriptionView subscription(@AuthenticationPrincipal Member member) {
        return SubscriptionView.of(billing.subscription(member.id()));
    }

    @PostMapping("/checkout")
    Checkout checkout(@AuthenticationPrincipal Member member, @Valid @RequestBody CheckoutRequest request) {
        Page page = buying.checkout(member.id(), request.wanted());
        return new Checkout(page.sessionId(), page.url());
    }

    @PostMapping("/portal")
    Portal portal(
            @AuthenticationPrincipal Member member,
            @Valid @RequestBody(required = false) @Nullable PortalRequest request) {
        return new Portal(buying.portal(member.id(), request == null ? null : request.wanted()));
    }
}
