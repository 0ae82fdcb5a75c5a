package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.axon.DeadLetters;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The mail server is away when somebody registers, and the product is started again before it is back. */
class MailingThroughAnOutage {

    @Test
    void letsPeopleInMeanwhileAndSendsTheMailInTheEnd() {
        try (TestDatabase database = TestDatabase.fresh()) {
            String email;
            try (Product without = Product.startOn(database, ProductionExample.settings())) {
                Caller ada = Caller.member(without.address());
                email = ada.email();
                DeadLetters parked = without.bean(DeadLetters.class);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> Long.valueOf(1).equals(parked.count().get("verification-mail")));

                assertThat(ada.get("/auth/me").status()).isEqualTo(200);
                assertThat(ada.post("/auth/resend-verification", "").status()).isEqualTo(202);
            }
            try (Product with = Product.startOn(database, ProductionExample.DATA_KEY)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> mails(with, email) == 2);
                with.caller().verify(email);

                Caller ada = with.caller().logIn(email);
                assertThat(ada.get("/auth/me").json().path("emailVerified").asBoolean())
                        .isTrue();
            }
        }
    }

    /** One for the registration, and the one that was asked for; the link of the newer is good. */
    private static int mails(Product product, String email) {
        return product.caller()
                .get("/dev/mailbox/messages?to=" + email)
                .json()
                .path("messages")
                .size();
    }
}
