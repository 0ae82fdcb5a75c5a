package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.param.EventListParams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveringWebhooks {
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

    private List<String> ids() {
        return stage.receiver.events().stream().map(Event::getId).toList();
    }

    private List<String> created() throws StripeException {
        return stage
                .stripe
                .v1()
                .events()
                .list(EventListParams.builder().setLimit(100L).build())
                .getData()
                .reversed()
                .stream()
                .map(Event::getId)
                .toList();
    }

    private void untilDelivered() {
        await().until(() -> stage.standIn.undelivered() == 0);
    }

    @Test
    void keepsTheOrderOfTheEvents() throws StripeException {
        stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);

        untilDelivered();

        assertThat(ids()).isEqualTo(created());
    }

    @Test
    void signsWithRealTimeWhereverTheClockWasMoved() throws StripeException {
        stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);

        stage.standIn.advance(Duration.ofDays(60));

        untilDelivered();
        assertThat(ids()).isEqualTo(created());
        assertThat(stage.receiver.events().getLast().getCreated())
                .isEqualTo(Instant.parse("2026-03-31T10:00:00Z").getEpochSecond());
        assertThat(stage.receiver.signatures())
                .allSatisfy(
                        signature -> assertThat(signature).startsWith("t=" + Stage.START.getEpochSecond() + ",v1="));
    }

    @Test
    void triesAgainWhatWasRefused() throws StripeException {
        stage.receiver.refuse(1);
        stage.customer();

        untilDelivered();

        assertThat(stage.receiver.types()).containsExactly("customer.created");
    }

    @Test
    void sendsTwiceWhereASwitchSaysSo() throws StripeException {
        stage.standIn.set(Switches.OFF.withDuplicates(1));
        stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        List<String> created = created();

        await().until(() -> ids().size() == 2 * created.size());

        assertThat(new HashSet<>(ids())).isEqualTo(new HashSet<>(created));
        assertThat(created)
                .allSatisfy(id -> assertThat(ids()).filteredOn(id::equals).hasSize(2));
    }

    @Test
    void losesWhatASwitchSays() throws StripeException {
        stage.standIn.set(Switches.OFF.withLoss(1));
        stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        stage.standIn.set(Switches.OFF);
        stage.customer();

        untilDelivered();

        assertThat(stage.receiver.types()).containsExactly("customer.created");
        assertThat(created()).hasSize(9);
    }

    @Test
    void sendsWhatWasLostWhenAsked() throws StripeException {
        stage.standIn.set(Switches.OFF.withLoss(1));
        stage.customer();
        String lost = created().getFirst();

        assertThat(stage.standIn.resend(lost)).isTrue();
        assertThat(stage.standIn.resend("evt_that_never_was")).isFalse();

        await().until(() -> ids().equals(List.of(lost)));
    }

    @Test
    void holdsBackWhatASwitchSays() throws StripeException {
        stage.standIn.set(Switches.OFF.withDelay(Duration.ofHours(1)));
        stage.customer();
        stage.standIn.set(Switches.OFF);
        stage.customer();

        await().until(() -> stage.standIn.undelivered() == 1);

        assertThat(ids()).containsExactly(created().getLast());
    }

    @Test
    void comesInDisorderWhereASwitchSaysSo() throws StripeException {
        stage.standIn.set(Switches.OFF.withDisorder(1, Duration.ofMillis(300)).withSeed(7));
        stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);

        untilDelivered();

        assertThat(ids()).containsExactlyInAnyOrderElementsOf(created()).isNotEqualTo(created());
    }

    @Test
    void waitsForAnEndpoint() throws StripeException {
        try (StripeStandIn alone = new StripeStandIn(stage.clock, folder.resolve("alone.json"), Stage.settings())) {
            alone.start();
            Stage.clientOf(alone).v1().customers().create();
            assertThat(alone.undelivered()).isEqualTo(1);

            alone.deliverTo(stage.receiver.address());

            await().until(() -> alone.undelivered() == 0);
        }
        assertThat(stage.receiver.types()).containsExactly("customer.created");
    }
}
