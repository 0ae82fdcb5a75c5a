package ai.novacore.adapters.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import org.junit.jupiter.api.Test;

class PinningTheVersion {
    /** Another one is a change to be read about first: see {@link StripePaymentGateway}. */
    @Test
    void speaksTheVersionThatWasRead() {
        assertThat(Stripe.API_VERSION).isEqualTo("2026-07-29.dahlia");
    }
}
