package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivingARestart {
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

    private void restart() {
        stage.close();
        stage = new Stage(folder);
    }

    @Test
    void findsSubscriptionsAndTheClockAgain() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.FAILS_LATER);
        stage.standIn.advance(Duration.ofDays(10));
        Instant then = stage.standIn.now();

        restart();

        assertThat(stage.standIn.now()).isEqualTo(then);
        assertThat(stage.again(subscription).getStatus()).isEqualTo("active");
        stage.standIn.advanceToNextPeriod();
        assertThat(stage.again(subscription).getStatus()).isEqualTo("past_due");
    }

    @Test
    void sendsWhatWasNotDelivered() throws StripeException {
        stage.receiver.refuse(Integer.MAX_VALUE);
        stage.customer();
        assertThat(stage.standIn.undelivered()).isEqualTo(1);

        restart();

        await().until(() -> stage.standIn.undelivered() == 0);
        assertThat(stage.receiver.types()).containsExactly("customer.created");
    }

    @Test
    void sendsNothingTwice() throws StripeException {
        stage.customer();
        await().until(() -> stage.standIn.undelivered() == 0);
        await().until(() -> Files.readString(folder.resolve("stripe.json")).contains("\"undelivered\":[]"));

        restart();

        assertThat(stage.standIn.undelivered()).isZero();
    }

    @Test
    void remembersIdempotencyKeys() throws StripeException {
        RequestOptions key = RequestOptions.builder().setIdempotencyKey("once").build();
        CustomerCreateParams params =
                CustomerCreateParams.builder().setName("Jenny").build();
        String first = stage.stripe.v1().customers().create(params, key).getId();

        restart();

        assertThat(stage.stripe.v1().customers().create(params, key).getId()).isEqualTo(first);
    }

    @Test
    void leavesNoHalfWrittenFile() throws StripeException, IOException {
        stage.customer();
        stage.close();

        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName)).containsExactly(Path.of("stripe.json"));
        }
    }
}
