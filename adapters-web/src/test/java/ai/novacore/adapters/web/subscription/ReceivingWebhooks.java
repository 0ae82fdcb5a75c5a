package ai.novacore.adapters.web.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeBilling;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceivingWebhooks {
    private static final String PATH = "/billing/webhook";
    private static final String SIGNATURE = "Stripe-Signature";

    private final FakeBilling billing = TestServer.local().bean(FakeBilling.class);

    @AfterEach
    void forget() {
        billing.asked.clear();
    }

    @Test
    void passesTheBytesOnAsTheyCame() {
        String odd = " { \"a\" :1.0,\r\n\t\"ü\":\"\\u00fc\"} ";

        assertThat(send(odd, SIGNATURE, "good").status()).isEqualTo(200);
        assertThat(send(odd, SIGNATURE, "good", "Content-Type", "text/plain").status())
                .isEqualTo(200);
        assertThat(billing.asked).containsExactly(odd, odd);
    }

    @Test
    void refusesWhatIsNotSigned() {
        assertThat(send("{}").refusal()).isEqualTo("400 invalid_signature");
        assertThat(send("{}", SIGNATURE, "bad").refusal()).isEqualTo("400 invalid_signature");
        assertThat(send("{}", SIGNATURE, "good", SIGNATURE, "good").refusal()).isEqualTo("400 invalid_signature");
        assertThat(billing.asked).isEmpty();
    }

    @Test
    void takesTwoMegabytesAndNoMore() {
        assertThat(send("x".repeat(2 * 1_048_576), SIGNATURE, "good").status()).isEqualTo(200);
        assertThat(send("x".repeat(2 * 1_048_576 + 1), SIGNATURE, "good").refusal())
                .isEqualTo("413 payload_too_large");
    }

    /** Stripe tells of everybody from a few addresses. */
    @Test
    void isNotLimited() {
        for (int i = 0; i < 50; i++) {
            Reply reply = Http.strangerToStrict().send("POST", PATH, BodyPublishers.ofString("{}"), SIGNATURE, "bad");
            assertThat(reply.refusal()).isEqualTo("400 invalid_signature");
        }
    }

    private static Reply send(String body, String... headers) {
        return Http.stranger().send("POST", PATH, BodyPublishers.ofString(body), headers);
    }
}
