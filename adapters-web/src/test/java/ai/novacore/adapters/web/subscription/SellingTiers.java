package ai.novacore.adapters.web.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeBilling;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.subscription.port.in.BillingQuery.Standing;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SellingTiers {
    private final FakeBilling billing = TestServer.local().bean(FakeBilling.class);

    @AfterEach
    void forget() {
        billing.asked.clear();
        billing.down = false;
        billing.standing = FakeBilling.NOTHING;
    }

    @Test
    void showsPlansToEverybody() {
        Reply plans = Http.stranger().get("/billing/plans");

        assertThat(plans.status()).isEqualTo(200);
        assertThat(plans.json().path("plans").findValuesAsString("tier")).containsExactly("free", "basic", "pro");
        assertThat(plans.json().at("/plans/0/price").toString())
                .isEqualTo("{\"amount\":0,\"currency\":\"eur\",\"interval\":\"month\"}");
        assertThat(plans.json().at("/plans/2/price").toString())
                .isEqualTo("{\"amount\":2900,\"currency\":\"eur\",\"interval\":\"month\"}");
        assertThat(plans.json().at("/plans/2/name").asString()).isEqualTo("Pro");
        assertThat(plans.json().at("/plans/1/limits").propertyNames())
                .contains("messagesPerDay", "tokensPerDay", "memories");
    }

    @Test
    void tellsWhoHasNothing() {
        assertThat(Http.anna().get("/billing/subscription").text())
                .isEqualTo("{\"tier\":\"free\",\"status\":\"none\",\"currentPeriodEnd\":null,\"graceUntil\":null,"
                        + "\"endsAt\":null,\"nextTier\":null,\"nextTierAt\":null,\"checkoutOpen\":false}");
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE,active", "PAST_DUE,past_due", "PAUSED,past_due", "CANCELLING,cancelling", "CANCELLED,cancelled"
    })
    void tellsHowItStands(SubscriptionStatus status, String told) {
        billing.standing =
                new Standing(Tier.PRO, status, TestServer.NOW, TestServer.NOW, null, Tier.BASIC, TestServer.NOW, true);

        Reply answer = Http.anna().get("/billing/subscription");

        assertThat(answer.json().path("status").asString()).isEqualTo(told);
        assertThat(answer.json().path("tier").asString()).isEqualTo("pro");
        assertThat(answer.json().path("nextTier").asString()).isEqualTo("basic");
        assertThat(answer.json().path("currentPeriodEnd").asString()).isEqualTo(TestServer.NOW.toString());
    }

    @Test
    void sendsToThePageToPayAt() {
        assertThat(Http.anna().post("/billing/checkout", "{\"tier\":\"pro\"}").text())
                .isEqualTo("{\"sessionId\":\"cs_1\",\"checkoutUrl\":\"https://pay.example.org/cs_1\"}");
        assertThat(billing.asked).containsExactly("usr_anna buys PRO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"tier\":\"free\"}", "{\"tier\":\"PRO\"}", "{\"tier\":null}", "{\"tier\":7}", "[]", ""})
    void sellsNothingElse(String body) {
        assertThat(Http.anna().post("/billing/checkout", body).refusal()).isEqualTo("400 invalid_request");
        assertThat(billing.asked).isEmpty();
    }

    @Test
    void sendsToThePortal() {
        assertThat(Http.anna().post("/billing/portal", "{}").json().path("url").asString())
                .isEqualTo("https://pay.example.org/portal/null");
        assertThat(Http.anna().post("/billing/portal").status()).isEqualTo(200);
        assertThat(Http.anna()
                        .post("/billing/portal", "{\"tier\":\"basic\"}")
                        .json()
                        .path("url")
                        .asString())
                .isEqualTo("https://pay.example.org/portal/BASIC");
        assertThat(Http.anna().post("/billing/portal", "{\"tier\":\"gold\"}").refusal())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void saysThatPaymentsCannotBeReached() {
        billing.down = true;

        Reply answer = Http.anna().post("/billing/checkout", "{\"tier\":\"pro\"}");
        assertThat(answer.refusal()).isEqualTo("503 billing_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("30");
        assertThat(Http.stranger().get("/billing/plans").refusal()).isEqualTo("503 billing_unavailable");
        assertThat(Http.anna().get("/billing/subscription").status()).isEqualTo(200);
    }

    @Test
    void wantsToKnowWhoAsks() {
        assertThat(Http.stranger().get("/billing/subscription").refusal()).isEqualTo("401 token_missing");
        assertThat(Http.stranger()
                        .post("/billing/checkout", "{\"tier\":\"pro\"}")
                        .refusal())
                .isEqualTo("401 token_missing");
        assertThat(Http.stranger().post("/billing/portal", "{}").refusal()).isEqualTo("401 token_missing");
    }
}
