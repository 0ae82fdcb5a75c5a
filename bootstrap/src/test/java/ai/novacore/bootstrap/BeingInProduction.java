package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.adapters.email.DevelopmentMailbox;
import ai.novacore.adapters.ollama.OllamaChatModel;
import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.user.port.out.Mailbox;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.junit.jupiter.api.Test;

/** What stands in for something else on a laptop does not exist in production. */
class BeingInProduction {

    @Test
    void refusesToStartWithoutADatabase() {
        assertThatThrownBy(() -> NovaCore.application()
                        .run("--spring.profiles.active=production", "--server.port=0", "--management.server.port=0"))
                .hasStackTraceContaining("DATABASE_URL is missing");
    }

    @Test
    void refusesToStartWithoutASigningKey() {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThatThrownBy(() -> Product.startOn(database, "--spring.profiles.active=production"))
                    .hasStackTraceContaining("NOVA_SIGNING_KEY is missing");
        }
    }

    @Test
    void hasNoStandIns() throws Exception {
        String key = new ECKeyGenerator(Curve.P_256)
                .keyIDFromThumbprint(true)
                .generate()
                .toJSONString();
        try (TestDatabase database = TestDatabase.fresh();
                Product product =
                        Product.startOn(database, "--spring.profiles.active=production", "--nova.signing-key=" + key)) {
            assertThat(product.bean(ChatModel.class)).isInstanceOf(OllamaChatModel.class);
            assertThat(product.has(DevelopmentMailbox.class)).isFalse();
            assertThat(product.has(Mailbox.class)).isFalse();
            Caller nobody = product.caller();
            assertThat(nobody.get("/dev/mailbox/messages").status()).isEqualTo(404);
            assertThat(nobody.get("/dev/events").status()).isEqualTo(404);
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
