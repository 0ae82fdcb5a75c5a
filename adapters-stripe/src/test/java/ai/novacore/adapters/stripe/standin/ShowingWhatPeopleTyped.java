package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowingWhatPeopleTyped {
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

    private static final String HOSTILE = "\"><script>alert('1')</script>&amp;";
    private static final String HARMLESS = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;";

    private Session session() throws StripeException {
        Customer customer = stage.stripe
                .v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail(HOSTILE)
                        .setName(HOSTILE)
                        .build());
        return stage.stripe
                .v1()
                .checkout()
                .sessions()
                .create(stage.order(customer.getId(), Stage.PRO)
                        .setCancelUrl("javascript:alert('1')")
                        .build());
    }

    private static String html(Outcome outcome) {
        return ((Outcome.Page) outcome).html();
    }

    @Test
    void isHarmlessOnTheCheckoutPage() throws StripeException {
        Session session = session();

        assertThat(html(stage.standIn.pages().checkoutPage(session.getId())))
                .contains(HARMLESS)
                .doesNotContain("<script", "javascript:");
        assertThat(html(stage.standIn
                        .pages()
                        .submitCheckout(session.getId(), Map.of("cardNumber", HOSTILE, "billingName", HOSTILE))))
                .contains("value=\"" + HARMLESS + "\"")
                .doesNotContain("<script");
    }

    @Test
    void isHarmlessOnTheOtherPages() throws StripeException {
        Session session = session();
        stage.pay(session, TestCard.SUCCEEDS);
        String portal = stage.stripe
                .v1()
                .billingPortal()
                .sessions()
                .create(com.stripe.param.billingportal.SessionCreateParams.builder()
                        .setCustomer(session.getCustomer())
                        .setReturnUrl("javascript:alert('1')")
                        .build())
                .getId();

        assertThat(html(stage.standIn.pages().submitPortal(portal, Map.of("action", HOSTILE, "cardNumber", HOSTILE))))
                .doesNotContain("<script", "javascript:");
        assertThat(html(stage.standIn.pages().submitControl(Map.of("action", "refund", "id", HOSTILE))))
                .contains(HARMLESS)
                .doesNotContain("<script");
    }

    @Test
    void doesNotMakeAnAddressOfAnotherSession() {
        assertThat(html(stage.standIn.pages().checkoutPage(HOSTILE))).doesNotContain("<script");
    }
}
