package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayingWithATestCard {
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

    private Outcome submit(Session session, String number) {
        return stage.standIn
                .pages()
                .submitCheckout(
                        session.getId(), Map.of("cardNumber", number, "cardExpiry", "12 / 34", "cardCvc", "123"));
    }

    private String status(Session session) throws StripeException {
        return stage.stripe.v1().checkout().sessions().retrieve(session.getId()).getStatus();
    }

    private static Outcome.Page page(Outcome outcome) {
        return (Outcome.Page) outcome;
    }

    @ParameterizedTest
    @EnumSource(
            value = TestCard.class,
            names = {"SUCCEEDS", "FAILS_LATER"})
    void buys(TestCard card) throws StripeException {
        Session session = stage.session(stage.customer().getId(), Stage.PRO);

        assertThat(submit(session, card.number)).isInstanceOf(Outcome.Redirect.class);
        assertThat(status(session)).isEqualTo("complete");
    }

    @ParameterizedTest
    @CsvSource({
        "4000 0000 0000 0002,Your card was declined.",
        "4000 0000 0000 9995,Your card has insufficient funds.",
        "4000 0000 0000 9987,Your card was declined.",
        "4000 0000 0000 0069,Your card has expired.",
        "4000 0000 0000 0127,Your card&#39;s security code is incorrect.",
        "4000 0000 0000 0119,An error occurred while processing your card.",
        "4000 0566 5566 5556,Your request was in test mode",
        "4242 4242 4242 4241,Your card number is invalid.",
        "not a number,Your card number is invalid.",
        "4242,Your card number is incomplete.",
        "'',Your card number is incomplete."
    })
    void isRefusedInStripesWordsAndMayBeTriedAgain(String number, String words) throws StripeException {
        Session session = stage.session(stage.customer().getId(), Stage.PRO);
        int before = stage.happened().size();

        Outcome.Page page = page(submit(session, number));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains(words);
        assertThat(status(session)).isEqualTo("open");
        assertThat(stage.happenedAfter(before)).isEmpty();
        assertThat(submit(session, "4242-4242 4242 4242")).isInstanceOf(Outcome.Redirect.class);
    }

    @Test
    void mayAskForAuthentication() throws StripeException {
        Session session = stage.session(stage.customer().getId(), Stage.PRO);

        assertThat(page(submit(session, TestCard.AUTHENTICATES.number)).html()).contains("Complete authentication");
        Outcome failed = stage.standIn.pages().submitCheckout(session.getId(), Map.of("authentication", "fail"));
        assertThat(page(failed).html()).contains("unable to authenticate");
        assertThat(status(session)).isEqualTo("open");

        submit(session, TestCard.AUTHENTICATES.number);
        Outcome passed = stage.standIn.pages().submitCheckout(session.getId(), Map.of("authentication", "complete"));
        assertThat(passed).isInstanceOf(Outcome.Redirect.class);
        assertThat(status(session)).isEqualTo("complete");
    }

    @Test
    void doesNotAuthenticateBeforeACardWasGiven() throws StripeException {
        Session session = stage.session(stage.customer().getId(), Stage.PRO);

        Outcome outcome = stage.standIn.pages().submitCheckout(session.getId(), Map.of("authentication", "complete"));

        assertThat(page(outcome).status()).isEqualTo(422);
        assertThat(status(session)).isEqualTo("open");
    }

    @Test
    void isListedOnThePage() throws StripeException {
        Session session = stage.session(stage.customer().getId(), Stage.PRO);

        Outcome.Page page = page(stage.standIn.pages().checkoutPage(session.getId()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("4242 4242 4242 4242", "4000 0000 0000 0341", "4000 0025 0000 3155", "29.00 EUR")
                .contains("name=\"cardNumber\"", "name=\"cardExpiry\"", "name=\"cardCvc\"", "name=\"billingName\"")
                .doesNotContain("<script");
    }

    @Test
    void isNoUseOnceTheCheckoutExpired() throws StripeException {
        Session session = stage.session(stage.customer().getId(), Stage.PRO);
        stage.standIn.advance(Duration.ofHours(24));

        assertThat(status(session)).isEqualTo("expired");
        assertThat(stage.happened().getLast()).isEqualTo("checkout.session.expired");
        assertThat(page(stage.standIn.pages().checkoutPage(session.getId())).status())
                .isEqualTo(410);
        assertThat(page(submit(session, TestCard.SUCCEEDS.number)).status()).isEqualTo(410);
    }

    @Test
    void isNoUseOnceTheProductEndedTheCheckout() throws StripeException {
        Session session = stage.session(stage.customer().getId(), Stage.PRO);

        Session expired = stage.stripe.v1().checkout().sessions().expire(session.getId());

        assertThat(expired.getStatus()).isEqualTo("expired");
        assertThat(page(submit(session, TestCard.SUCCEEDS.number)).status()).isEqualTo(410);
    }

    @Test
    void isNoUseWithoutACheckout() {
        assertThat(page(stage.standIn.pages().checkoutPage("cs_test_unknown")).status())
                .isEqualTo(404);
    }

    @Test
    void isNoUseOnceTheCustomerIsGone() throws StripeException {
        Session session = stage.session(stage.customer().getId(), Stage.PRO);
        stage.stripe.v1().customers().delete(session.getCustomer());

        assertThat(page(submit(session, TestCard.SUCCEEDS.number)).status()).isEqualTo(404);
    }
}
