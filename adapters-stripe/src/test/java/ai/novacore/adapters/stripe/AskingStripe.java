package ai.novacore.adapters.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage.Stage;
import ai.novacore.application.subscription.port.out.PaymentGateway.Listed;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.PaymentGateway.UnknownPrice;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.user.EmailAddress;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.stripe.Stripe;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes to Stripe, word by word, and what is made of its answers. */
class AskingStripe {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final UserId ADA = new UserId("usr_ada");
    private static final String OPEN = """
            {"id":"cs_1","object":"checkout.session","status":"open","url":"https://checkout.stripe.com/c/cs_1",
            "expires_at":1773576000,"metadata":{"nova_key":"key_1"}}""";
    private static final String COMPLETE = OPEN.replace("open", "complete");
    private static final String PAID = """
            {"id":"%s","object":"subscription","customer":"cus_1","created":1770000000,"status":"active","metadata":{},
            "items":{"object":"list","data":[{"id":"si_1","object":"subscription_item","current_period_start":1772000000,
            "current_period_end":1774000000,"price":{"id":"%s","object":"price"}}]}}""";

    private final StripePaymentGateway gateway = StripeExample.gateway(StripeExample.settings(SERVER.baseUrl()));

    @Test
    void makesACustomer() {
        SERVER.stubFor(post("/v1/customers").willReturn(okJson("{\"id\":\"cus_1\",\"object\":\"customer\"}")));

        assertThat(gateway.createCustomer(ADA, new EmailAddress("ada@example.org"), "key_1"))
                .isEqualTo("cus_1");

        SERVER.verify(postRequestedFor(urlPathEqualTo("/v1/customers"))
                .withHeader("Authorization", equalTo("Bearer sk_test_secret"))
                .withHeader("Stripe-Version", equalTo(Stripe.API_VERSION))
                .withHeader("Idempotency-Key", equalTo("key_1"))
                .withHeader("X-Stripe-Client-User-Agent", absent())
                .withFormParam("email", equalTo("ada@example.org"))
                .withFormParam("metadata[nova_user]", equalTo("usr_ada")));
    }

    @Test
    void opensACheckoutPage() {
        SERVER.stubFor(post("/v1/checkout/sessions").willReturn(okJson(OPEN)));
        CheckoutPage[] page = new CheckoutPage[1];

        new Correlation("corr-1", Actor.system("test"))
                .run(() -> page[0] = gateway.openCheckout(ADA, "cus_1", Tier.BASIC, "key_1"));

        assertThat(page[0].stage()).isEqualTo(Stage.OPEN);
        assertThat(page[0].url()).isEqualTo(URI.create("https://checkout.stripe.com/c/cs_1"));
        SERVER.verify(postRequestedFor(urlPathEqualTo("/v1/checkout/sessions"))
                .withHeader("Idempotency-Key", equalTo("key_1"))
                .withHeader("X-Correlation-ID", equalTo("corr-1"))
                .withFormParam("mode", equalTo("subscription"))
                .withFormParam("customer", equalTo("cus_1"))
                .withFormParam("client_reference_id", equalTo("usr_ada"))
                .withFormParam("line_items[0][price]", equalTo("price_basic"))
                .withFormParam("line_items[0][quantity]", equalTo("1"))
                .withFormParam("subscription_data[metadata][nova_user]", equalTo("usr_ada"))
                .withFormParam("metadata[correlation_id]", equalTo("corr-1"))
                .withFormParam("allow_promotion_codes", equalTo("true"))
                .withFormParam("cancel_url", equalTo("https://nova.example.org/billing?checkout=cancelled"))
                .withFormParam(
                        "success_url", equalTo("https://nova.example.org/billing?checkout={CHECKOUT_SESSION_ID}")));
    }

    @Test
    void findsThePageThatAnotherRequestOpenedForTheSameKey() {
        SERVER.stubFor(
                post("/v1/checkout/sessions").willReturn(refusal(400, "idempotency_error", "idempotency_key_in_use")));
        SERVER.stubFor(get(urlPathEqualTo("/v1/checkout/sessions"))
                .withQueryParam("customer", equalTo("cus_1"))
                .willReturn(okJson("{\"object\":\"list\",\"data\":[%s,%s]}"
                        .formatted(OPEN.replace("key_1", "key_0").replace("cs_1", "cs_0"), OPEN))));

        assertThat(gateway.openCheckout(ADA, "cus_1", Tier.BASIC, "key_1").sessionId())
                .isEqualTo("cs_1");
    }

    @Test
    void looksAgainAtAPageThatWasOpenedBefore() {
        SERVER.stubFor(
                post("/v1/checkout/sessions").willReturn(okJson(OPEN).withHeader("Idempotent-Replayed", "true")));
        SERVER.stubFor(get("/v1/checkout/sessions/cs_1").willReturn(okJson(COMPLETE)));

        assertThat(gateway.openCheckout(ADA, "cus_1", Tier.BASIC, "key_1").stage())
                .isEqualTo(Stage.COMPLETE);
    }

    @Test
    void doesNotTakeAPageForExpiredThatWasNot() {
        SERVER.stubFor(post("/v1/checkout/sessions/cs_1/expire")
                .willReturn(refusal(400, "invalid_request_error", "parameter_invalid")));
        SERVER.stubFor(get("/v1/checkout/sessions/cs_1").willReturn(okJson(OPEN)));

        assertThatThrownBy(() -> gateway.expireCheckout("cs_1")).isInstanceOf(PaymentFailure.class);

        SERVER.stubFor(get("/v1/checkout/sessions/cs_1").willReturn(okJson(COMPLETE)));
        assertThat(gateway.expireCheckout("cs_1")).isEqualTo(Stage.COMPLETE);
    }

    @Test
    void offersAChangeInThePortal() {
        SERVER.stubFor(get("/v1/subscriptions/sub_1").willReturn(okJson(PAID.formatted("sub_1", "price_basic"))));
        SERVER.stubFor(post("/v1/billing_portal/sessions")
                .willReturn(
                        okJson("{\"object\":\"billing_portal.session\",\"url\":\"https://billing.stripe.com/p\"}")));

        assertThat(gateway.portal("cus_1", Tier.PRO, "sub_1")).isEqualTo(URI.create("https://billing.stripe.com/p"));

        SERVER.verify(postRequestedFor(urlPathEqualTo("/v1/billing_portal/sessions"))
                .withFormParam("customer", equalTo("cus_1"))
                .withFormParam("return_url", equalTo("https://nova.example.org/billing"))
                .withFormParam("flow_data[type]", equalTo("subscription_update_confirm"))
                .withFormParam("flow_data[subscription_update_confirm][subscription]", equalTo("sub_1"))
                .withFormParam("flow_data[subscription_update_confirm][items][0][id]", equalTo("si_1"))
                .withFormParam("flow_data[subscription_update_confirm][items][0][price]", equalTo("price_pro"))
                .withFormParam("flow_data[after_completion][type]", equalTo("redirect"))
                .withFormParam(
                        "flow_data[after_completion][redirect][return_url]",
                        equalTo("https://nova.example.org/billing")));
    }

    @Test
    void walksAllPages() {
        SERVER.stubFor(subscriptions(absent(), PAID.formatted("sub_2", "price_pro"), true));
        SERVER.stubFor(subscriptions(
                equalTo("sub_2"),
                PAID.formatted("sub_x", "price_of_a_shirt") + "," + PAID.formatted("sub_1", "price_basic"),
                false));

        assertThat(gateway.subscriptionsOf("cus_1"))
                .extracting(StripeSubscription::id)
                .containsExactly("sub_2", "sub_1");
    }

    @Test
    void stopsAtACustomerWithTooMany() {
        SERVER.stubFor(get(urlPathEqualTo("/v1/subscriptions"))
                .willReturn(page(
                        (PAID.formatted("sub_1", "price_pro") + ",").repeat(99) + PAID.formatted("sub_1", "price_pro"),
                        true)));

        assertThatThrownBy(() -> gateway.subscriptionsOf("cus_1"))
                .isInstanceOf(PaymentFailure.class)
                .hasMessageContaining("1,000");
    }

    @Test
    void goesOnWithTheOthersWhenAPriceIsNotKnown() {
        String lost = PAID.formatted("sub_2", "price_lost").replace("{}", "{\"nova_user\":\"usr_ada\"}");
        SERVER.stubFor(get(urlPathEqualTo("/v1/subscriptions"))
                .willReturn(page(PAID.formatted("sub_3", "price_pro") + "," + lost, true)));

        Listed part = gateway.subscriptions(null);

        assertThat(part.items()).extracting(StripeSubscription::id).containsExactly("sub_3");
        assertThat(part.last()).isEqualTo("sub_2");
        assertThat(part.more()).isTrue();
        SERVER.stubFor(get(urlPathEqualTo("/v1/subscriptions")).willReturn(page(lost, false)));
        assertThatThrownBy(() -> gateway.subscriptionsOf("cus_1")).isInstanceOf(UnknownPrice.class);
    }

    @Test
    void tellsADeletedCustomerFromOneOfAnotherAccount() {
        SERVER.stubFor(get(urlPathEqualTo("/v1/subscriptions"))
                .willReturn(refusal(400, "invalid_request_error", "resource_missing")));
        SERVER.stubFor(get("/v1/customers/cus_1")
                .willReturn(okJson("{\"id\":\"cus_1\",\"object\":\"customer\",\"deleted\":true}")));
        SERVER.stubFor(
                get("/v1/customers/cus_2").willReturn(refusal(404, "invalid_request_error", "resource_missing")));

        assertThat(gateway.subscriptionsOf("cus_1")).isEmpty();
        assertThatThrownBy(() -> gateway.subscriptionsOf("cus_2")).isInstanceOf(PaymentFailure.class);
    }

    @Test
    void cancelsWithACreditAndOnlyOnce() {
        SERVER.stubFor(delete(urlPathEqualTo("/v1/subscriptions/sub_1"))
                .willReturn(okJson(PAID.formatted("sub_1", "price_pro").replace("active", "canceled"))));
        SERVER.stubFor(delete(urlPathEqualTo("/v1/subscriptions/sub_2"))
                .willReturn(refusal(404, "invalid_request_error", "resource_missing")));
        SERVER.stubFor(delete(urlPathEqualTo("/v1/subscriptions/sub_3"))
                .willReturn(refusal(400, "invalid_request_error", "subscription_canceled")));
        SERVER.stubFor(get("/v1/subscriptions/sub_3")
                .willReturn(okJson(PAID.formatted("sub_3", "price_pro").replace("active", "canceled"))));
        SERVER.stubFor(delete(urlPathEqualTo("/v1/subscriptions/sub_4"))
                .willReturn(refusal(400, "invalid_request_error", "parameter_invalid")));
        SERVER.stubFor(get("/v1/subscriptions/sub_4").willReturn(okJson(PAID.formatted("sub_4", "price_pro"))));

        gateway.cancel("sub_1", "key_1");
        gateway.cancel("sub_2", "key_2");
        gateway.cancel("sub_3", "key_3");

        assertThatThrownBy(() -> gateway.cancel("sub_4", "key_4")).isInstanceOf(PaymentFailure.class);
        SERVER.verify(deleteRequestedFor(urlPathEqualTo("/v1/subscriptions/sub_1"))
                .withHeader("Idempotency-Key", equalTo("key_1"))
                .withQueryParam("prorate", equalTo("true"))
                .withQueryParam("invoice_now", equalTo("true")));
    }

    @Test
    void takesACustomerForErasedWhoIsGone() {
        SERVER.stubFor(get("/v1/customers/cus_1")
                .willReturn(okJson("{\"id\":\"cus_1\",\"object\":\"customer\",\"deleted\":true}")));
        SERVER.stubFor(
                get("/v1/customers/cus_2").willReturn(refusal(404, "invalid_request_error", "resource_missing")));

        gateway.erase("cus_1");
        gateway.erase("cus_2");

        assertThat(SERVER.getAllServeEvents()).hasSize(2);
    }

    @Test
    void knowsWhoseChargeItWas() {
        SERVER.stubFor(get("/v1/charges/ch_1")
                .willReturn(okJson("{\"id\":\"ch_1\",\"object\":\"charge\",\"customer\":\"cus_1\"}")));
        SERVER.stubFor(get("/v1/charges/ch_2")
                .willReturn(okJson("{\"id\":\"ch_2\",\"object\":\"charge\",\"customer\":null}")));

        assertThat(gateway.customerOfCharge("ch_1")).contains("cus_1");
        assertThat(gateway.customerOfCharge("ch_2")).isEmpty();
    }

    private static MappingBuilder subscriptions(StringValuePattern after, String items, boolean more) {
        return get(urlPathEqualTo("/v1/subscriptions"))
                .withQueryParam("customer", equalTo("cus_1"))
                .withQueryParam("status", equalTo("all"))
                .withQueryParam("limit", equalTo("100"))
                .withQueryParam("expand[0]", equalTo("data.latest_invoice.payments"))
                .withQueryParam("starting_after", after)
                .willReturn(page(items, more));
    }

    private static ResponseDefinitionBuilder page(String items, boolean more) {
        return okJson("{\"object\":\"list\",\"data\":[%s],\"has_more\":%s}".formatted(items, more));
    }

    private static ResponseDefinitionBuilder refusal(int status, String type, String code) {
        return aResponse()
                .withStatus(status)
                .withBody("{\"error\":{\"type\":\"%s\",\"code\":\"%s\",\"message\":\"No.\"}}".formatted(type, code));
    }
}
