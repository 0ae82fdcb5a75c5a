package ai.novacore.adapters.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.novacore.adapters.stripe.SignatureCorpus.Sample;
import ai.novacore.application.subscription.port.out.WebhookVerifier.Notice;
import ai.novacore.domain.shared.DomainRejection;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** security requirement 18: signatures made by Stripe's own client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyingSignatures {
    private List<Sample> corpus = List.of();

    @BeforeAll
    void makeTheCorpus() throws IOException, InterruptedException {
        corpus = SignatureCorpus.make();
    }

    List<Sample> valid() {
        return corpus.stream().filter(Sample::valid).toList();
    }

    List<Sample> invalid() {
        return corpus.stream().filter(sample -> !sample.valid()).toList();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void accepts(Sample sample) {
        assertThat(webhooks(sample).verify(sample.bytes(), sample.header()))
                .isEqualTo(new Notice(
                        "evt_1",
                        "customer.subscription.updated",
                        "cus_ada",
                        Instant.ofEpochSecond(sample.now()).minusSeconds(2)));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refuses(Sample sample) {
        StripeWebhooks webhooks = webhooks(sample);

        DomainRejection rejection =
                catchThrowableOfType(DomainRejection.class, () -> webhooks.verify(sample.bytes(), sample.header()));

        assertThat(rejection.code()).isEqualTo("invalid_signature");
    }

    @Test
    void meetsBothKinds() {
        assertThat(valid()).hasSizeGreaterThan(10);
        assertThat(invalid()).hasSizeGreaterThan(40);
    }

    private static StripeWebhooks webhooks(Sample sample) {
        return new StripeWebhooks(
                StripeExample.settingsFor(sample.secrets()),
                Clock.fixed(Instant.ofEpochSecond(sample.now()), ZoneOffset.UTC));
    }
}
