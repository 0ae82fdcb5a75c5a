package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.adapters.email.DevelopmentMailbox;
import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.adapters.persistence.keys.MasterKeys;
import ai.novacore.adapters.persistence.keys.WrongMasterKeyException;
import ai.novacore.adapters.persistence.limits.PostgresRateLimiter;
import ai.novacore.adapters.stripe.standin.StripeStandIn;
import ai.novacore.application.model.QueueingChatModel;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.user.port.out.Mailbox;
import org.junit.jupiter.api.Test;

/** What stands in for something else on a laptop does not exist in production. */
class BeingInProduction {

    @Test
    void refusesToStartAndNamesAllThatIsMissing() {
        assertThatThrownBy(() -> NovaCore.application()
                        .run("--spring.profiles.active=production", "--server.port=0", "--management.server.port=0"))
                .hasMessageContainingAll(
                        "DATABASE_URL is missing",
                        "NOVA_SIGNING_KEY is missing",
                        "SERVICE_JWT_SECRET is missing",
                        "NOVA_DATA_KEY is missing",
                        "NOVA_PUBLIC_URL is missing",
                        "SPRING_MAIL_HOST is missing",
                        "STRIPE_SECRET_KEY is missing",
                        "STRIPE_WEBHOOK_SECRET is missing");
    }

    @Test
    void refusesToStartWithADefaultSecret() {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThatThrownBy(() -> Product.startOn(
                            database,
                            ProductionExample.settings(
                                    "--nova.service-jwt-secret=changeme-changeme-changeme-changeme")))
                    .hasMessageContaining("SERVICE_JWT_SECRET")
                    .hasMessageNotContainingAny("changeme", "DATABASE_URL", "NOVA_SIGNING_KEY");
        }
    }

    /** Better no product than one that shows everybody as erased. */
    @Test
    void refusesToStartWithoutTheKeyThatTheDatabaseIsSealedWith() {
        try (TestDatabase database = TestDatabase.fresh()) {
            try (Product product = Product.startOn(database, ProductionExample.settings())) {
                product.caller().register("ada@example.org");
            }
            assertThatThrownBy(() -> Product.startOn(
                            database, ProductionExample.settings("--nova.data-key=" + MasterKeys.generate())))
                    .hasRootCauseInstanceOf(WrongMasterKeyException.class)
                    .rootCause()
                    .hasMessageContaining("NOVA_DATA_KEY");
        }
    }

    @Test
    void hasNoStandIns() {
        try (TestDatabase database = TestDatabase.fresh();
                Product product = Product.startOn(database, ProductionExample.settings())) {
            assertThat(product.bean(RateLimiter.class)).isInstanceOf(PostgresRateLimiter.class);
            assertThat(product.bean(ChatModel.class)).isInstanceOf(QueueingChatModel.class);
            assertThat(product.has(DevelopmentMailbox.class)).isFalse();
            assertThat(product.has(Mailbox.class)).isFalse();
            Caller nobody = product.caller();
            assertThat(nobody.get("/dev/mailbox/messages").status()).isEqualTo(404);
            assertThat(nobody.get("/dev/events").status()).isEqualTo(404);
            assertThat(nobody.get("/dev/stripe").status()).isEqualTo(404);
            assertThat(product.has(StripeStandIn.class)).isFalse();
            assertThat(nobody.get("/billing/plans").code()).isEqualTo("billing_unavailable");
            Caller ada = Caller.member(product.address());
            assertThat(ada.get("/dev/events").status()).isEqualTo(404);
            assertThat(ada.ask("Hello?").status()).isEqualTo(503);
            assertThat(DoingTheMainJob.resource(ada, "messages").path("used").asLong())
                    .isZero();
            assertThat(DoingTheMainJob.resource(ada, "messages")
                            .path("reserved")
                            .asLong())
                    .isZero();
        }
    }
}
