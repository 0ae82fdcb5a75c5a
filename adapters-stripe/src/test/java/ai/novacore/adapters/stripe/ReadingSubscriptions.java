package ai.novacore.adapters.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.PaymentGateway.UnknownPrice;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import com.stripe.model.Subscription;
import com.stripe.net.ApiResource;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingSubscriptions {
    private static final Instant CREATED = Instant.ofEpochSecond(1_770_000_000);
    private static final Instant PERIOD_START = Instant.ofEpochSecond(1_772_000_000);
    private static final Instant PERIOD_END = Instant.ofEpochSecond(1_774_000_000);
    private static final String BASIC = item("price_basic", 1_772_000_000, 1_774_000_000);
    private static final String FOREIGN = item("price_of_a_shirt", 1_780_000_000, 1_790_000_000);

    private final SubscriptionReading reading = new SubscriptionReading(StripeExample.settings("http://localhost"));

    @Test
    void readsOneThatRuns() {
        assertThat(read("active", BASIC, "{}", "")).contains(running(null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "trialing, PAID",
        "active, PAID",
        "past_due, OVERDUE",
        "unpaid, OVERDUE",
        "paused, PAUSED",
        "incomplete, NOT_STARTED",
        "canceled, ENDED",
        "incomplete_expired, ENDED"
    })
    void readsWhereItStands(String status, Standing standing) {
        assertThat(read(status, BASIC, "{}", ""))
                .hasValueSatisfying(
                        subscription -> assertThat(subscription.standing()).isEqualTo(standing));
    }

    @Test
    void failsAtAStatusThatIsNotKnown() {
        assertThatThrownBy(() -> read("frozen", BASIC, "{}", "")).isExactlyInstanceOf(PaymentFailure.class);
    }

    @Test
    void readsWhenItEnds() {
        assertThat(read("active", BASIC, "{}", "\"cancel_at_period_end\":true,"))
                .contains(running(PERIOD_END, null));
        assertThat(read("active", BASIC, "{}", "\"cancel_at\":1773000000,\"cancel_at_period_end\":false,"))
                .contains(running(Instant.ofEpochSecond(1_773_000_000), null));
    }

    @Test
    void readsAPriceThatIsNoLongerSold() {
        assertThat(read("active", item("price_basic_2024", 1_772_000_000, 1_774_000_000), "{}", ""))
                .contains(running(null, null));
    }

    @Test
    void readsTheItemThatIsOurs() {
        assertThat(read("active", FOREIGN + "," + BASIC, "{}", "")).contains(running(null, null));
    }

    @Test
    void readsTheBetterOfTwoTiersAndTheLaterPeriod() {
        assertThat(read("active", BASIC + "," + item("price_pro", 1_771_000_000, 1_773_000_000), "{}", ""))
                .hasValueSatisfying(subscription -> {
                    assertThat(subscription.plan()).isEqualTo(Tier.PRO);
                    assertThat(subscription.periodEnd()).isEqualTo(PERIOD_END);
                });
    }

    @Test
    void readsWhatItWasPaidBy() {
        assertThat(read("active", BASIC, "{}", invoice(payment("open", "pi_2", true), payment("paid", "pi_1", false))))
                .contains(running(null, "pi_1"));
        assertThat(read(
                        "active",
                        BASIC,
                        "{}",
                        invoice(payment("canceled", "pi_1", false), payment("open", "pi_2", true))))
                .contains(running(null, "pi_2"));
        assertThat(read("active", BASIC, "{}", invoice())).contains(running(null, null));
        assertThat(read("active", BASIC, "{}", "\"latest_invoice\":\"in_1\",")).contains(running(null, null));
    }

    @Test
    void leavesOutWhatElseTheAccountSells() {
        assertThat(read("active", FOREIGN, "{}", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "past_due", "incomplete"})
    void failsAtWhatWeSoldAndDoNotKnow(String status) {
        assertThatThrownBy(() -> read(status, FOREIGN, "{\"nova_user\":\"usr_ada\"}", ""))
                .isInstanceOf(UnknownPrice.class)
                .hasMessageContaining("price_of_a_shirt");
    }

    @Test
    void leavesOutWhatWeSoldOnceAndDoNotKnow() {
        assertThat(read("canceled", FOREIGN, "{\"nova_user\":\"usr_ada\"}", "")).isEmpty();
    }

    private Optional<StripeSubscription> read(String status, String items, String metadata, String more) {
        String json = """
                {"id":"sub_1","object":"subscription","customer":"cus_1","created":1770000000,%s
                "status":"%s","metadata":%s,"items":{"object":"list","has_more":false,"data":[%s]}}""".formatted(more, status, metadata, items);
        return reading.read(ApiResource.GSON.fromJson(json, Subscription.class));
    }

    private static String item(String price, long start, long end) {
        return """
                {"id":"si_%s","object":"subscription_item","current_period_start":%d,"current_period_end":%d,
                "price":{"id":"%s","object":"price"}}""".formatted(price, start, end, price);
    }

    private static String invoice(String... payments) {
        return """
                "latest_invoice":{"id":"in_1","object":"invoice","payments":{"object":"list","data":[%s]}},""".formatted(String.join(",", payments));
    }

    private static String payment(String status, String intent, boolean isDefault) {
        return """
                {"object":"invoice_payment","status":"%s","is_default":%s,
                "payment":{"type":"payment_intent","payment_intent":"%s"}}""".formatted(status, isDefault, intent);
    }

    private static StripeSubscription running(@Nullable Instant endsAt, @Nullable String payment) {
        return new StripeSubscription(
                "sub_1", "cus_1", Tier.BASIC, Standing.PAID, CREATED, PERIOD_START, PERIOD_END, endsAt, payment);
    }
}
