package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.StripeException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeingDown {
    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void answersThatItIsUnavailable() {
        stage.standIn.set(Switches.OFF.withOutage(Outage.UNAVAILABLE));

        assertThatThrownBy(() -> stage.customer())
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getStatusCode()).isEqualTo(503));
    }

    @Test
    void hangsUp() {
        stage.standIn.set(Switches.OFF.withOutage(Outage.DROPPED));

        assertThatThrownBy(() -> stage.customer()).isInstanceOf(ApiConnectionException.class);
    }

    @Test
    void keepsCallersWaiting() {
        stage.standIn.set(Switches.OFF.withOutage(Outage.STALLED));
        StripeClient impatient = StripeClient.builder()
                .setApiKey("sk_test_of_the_test")
                .setApiBase(stage.standIn.apiBase().toString())
                .setReadTimeout(200)
                .setMaxNetworkRetries(0)
                .build();

        assertThatThrownBy(() -> impatient.v1().customers().list()).isInstanceOf(ApiConnectionException.class);
    }

    @Test
    void endsWithTheSwitch() throws StripeException {
        stage.standIn.set(Switches.OFF.withOutage(Outage.UNAVAILABLE));
        assertThatThrownBy(() -> stage.customer()).isInstanceOf(ApiException.class);

        stage.standIn.set(Switches.OFF);

        assertThat(stage.customer().getEmail()).isEqualTo("jenny@example.com");
    }
}
