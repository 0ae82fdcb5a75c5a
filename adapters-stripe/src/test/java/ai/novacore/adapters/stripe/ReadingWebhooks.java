package ai.novacore.adapters.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.port.out.WebhookReader.Said;
import ai.novacore.application.subscription.port.out.WebhookVerifier.Notice;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.subscription.Money;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingWebhooks {
    private static final String SECRET = "whsec_secret";
    private static final Instant CREATED = Instant.ofEpochSecond(1_773_489_600);

    private final Clock clock = new ManualClock();
    private final StripeWebhooks webhooks = new StripeWebhooks(StripeExample.settingsFor(List.of(SECRET)), clock);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invoice.paid | {\"id\":\"in_1\",\"customer\":\"cus_1\"} | cus_1",
                "invoice.paid | {\"customer\":{\"metadata\":{\"id\":\"x\"},\"id\":\"cus_1\",\"object\":\"customer\"}} | cus_1",
                "customer.subscription.updated | {\"id\":\"sub_1\",\"object\":\"subscription\",\"customer\":\"cus_1\"} | cus_1",
                "customer.deleted | {\"id\":\"cus_1\",\"object\":\"customer\",\"email\":null} | cus_1",
                "charge.dispute.created | {\"id\":\"dp_1\",\"object\":\"dispute\",\"charge\":\"ch_1\"} |",
                "charge.succeeded | {\"id\":\"ch_1\",\"object\":\"charge\",\"customer\":null} |",
                "charge.succeeded | {\"metadata\":{\"customer\":\"cus_other\"}} |",
                "charge.succeeded | {\"customer\":42} |",
                "invoice.paid | null |",
                "invoice.paid | [1,{\"customer\":\"cus_other\"}] |"
            })
    void tellsWhomItConcerns(String type, String about, @Nullable String customer) {
        assertThat(verify(event(type, about))).isEqualTo(new Notice("evt_1", type, customer, CREATED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"evt_1\"",
                "{}",
                "{\"id\":\"evt_1\"",
                "{\"id\":\"evt_1\",\"type\":\"invoice.paid\"}",
                "{\"id\":\"evt_1\",\"created\":1}",
                "{\"type\":\"invoice.paid\",\"created\":1}",
                "{\"id\":\"evt_\\u0000\",\"type\":\"invoice.paid\",\"created\":1}",
                "{\"id\":\"\",\"type\":\"invoice.paid\",\"created\":1}",
                "{\"id\":1,\"type\":\"invoice.paid\",\"created\":1}",
                "{\"id\":\"evt_1\",\"type\":{},\"created\":1}",
                "{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"created\":\"2026-03-14T12:00:00Z\"}",
                "{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"created\":-1}",
                "{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"created\":9e18}",
                "{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"created\":1}{}",
                "{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"created\":1,\"x\":\"\u0000\"}",
                "{id:'evt_1',type:'invoice.paid',created:1}"
            })
    void refusesWhatIsNoEvent(String body) {
        DomainRejection rejection = catchThrowableOfType(DomainRejection.class, () -> verify(body));

        assertThat(rejection.code()).isEqualTo("invalid_request");
    }

    @Test
    void refusesAnEventThatIsNestedWithoutEnd() {
        String body = event("invoice.paid", "[".repeat(100_000) + "]".repeat(100_000));

        DomainRejection rejection = catchThrowableOfType(DomainRejection.class, () -> verify(body));

        assertThat(rejection.code()).isEqualTo("invalid_request");
    }

    @Test
    void tellsThatACheckoutIsOver() {
        String session = "{\"id\":\"cs_1\",\"client_reference_id\":\"usr_ada\"}";

        assertThat(said("checkout.session.completed", session)).isEqualTo(new Said.CheckoutOver("cs_1", "usr_ada"));
        assertThat(said("checkout.session.expired", "{\"id\":\"cs_1\",\"client_reference_id\":null}"))
                .isEqualTo(new Said.CheckoutOver("cs_1", null));
    }

    @Test
    void tellsWhatWasGivenBack() {
        assertThat(said("charge.refunded", """
                        {"payment_intent":"pi_1","amount":2900,"amount_refunded":900,"refunded":false,"currency":"eur"}""")).isEqualTo(new Said.Refunded("pi_1", new Money(900, "eur"), false));
        assertThat(said("charge.refunded", """
                        {"payment_intent":{"id":"pi_1"},"amount_refunded":2900,"refunded":true,"currency":"eur"}""")).isEqualTo(new Said.Refunded("pi_1", new Money(2900, "eur"), true));
    }

    @Test
    void tellsWhatIsDisputed() {
        assertThat(said("charge.dispute.created", """
                        {"charge":"ch_1","payment_intent":"pi_1","amount":900,"currency":"eur"}"""))
                .isEqualTo(new Said.Disputed("ch_1", "pi_1", new Money(900, "eur")));
    }

    @Test
    void tellsWhatComesNext() {
        assertThat(said("customer.subscription.trial_will_end", "{\"trial_end\":1773489600}"))
                .isEqualTo(new Said.TrialEnding(CREATED));
        assertThat(said("invoice.payment_action_required", "{\"amount_due\":900,\"currency\":\"eur\"}"))
                .isEqualTo(new Said.ActionRequired(new Money(900, "eur")));
        assertThat(said("customer.deleted", "{\"id\":\"cus_1\"}")).isEqualTo(new Said.CustomerDeleted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice.paid",
                "customer.subscription.updated",
                "checkout.session.async_payment_succeeded",
                "checkout.session.async_payment_failed",
                "something.new"
            })
    void tellsOfTheRestThatSomethingHasChanged(String type) {
        assertThat(said(type, "{\"id\":\"x_1\",\"client_reference_id\":\"usr_ada\"}"))
                .isEqualTo(new Said.Changed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout.session.completed",
                "charge.refunded",
                "charge.dispute.created",
                "customer.subscription.trial_will_end",
                "invoice.payment_action_required"
            })
    void survivesAnotherVersion(String type) {
        for (String about : List.of(
                "{}",
                "null",
                "[]",
                "{\"id\":1,\"amount_due\":\"900\",\"trial_end\":\"soon\",\"amount\":{}}",
                "{\"charge\":[],\"payment_intent\":true,\"amount\":1e400,\"amount_due\":1.5,\"currency\":1}")) {
            assertThat(said(type, about)).isEqualTo(new Said.Changed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{}", "{\"type\":1}"})
    void failsToReadWhatIsNoEvent(String payload) {
        assertThatIllegalArgumentException().isThrownBy(() -> webhooks.read(payload));
    }

    private Said said(String type, String about) {
        return webhooks.read(event(type, about));
    }

    private static String event(String type, String about) {
        return """
                {"id":"evt_1","object":"event","created":1773489600,"data":{"previous_attributes":{"object":{}},
                "object":%s},"livemode":false,"type":"%s"}""".formatted(about, type);
    }

    private Notice verify(String body) {
        try {
            String signature = Webhook.Signature.generateSignatureHeader(
                    body, SECRET, clock.instant().getEpochSecond());
            return webhooks.verify(body.getBytes(StandardCharsets.UTF_8), signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
