package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.adapters.stripe.standin.Outage;
import ai.novacore.adapters.stripe.standin.StripeStandIn;
import ai.novacore.adapters.stripe.standin.Switches;
import ai.novacore.application.axon.Backbone;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.EventLog.Recorded;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.user.EraseAccount;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.user.ErasureStep;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.ErasureStepCompleted;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BeingErased {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String FAREWELL = "Your account is deleted";

    @Test
    void leavesNothingButAFreeAddress() {
        try (TestDatabase database = TestDatabase.fresh()) {
            String ada;
            String email;
            try (Product product = Product.startOn(database)) {
                Caller member = memberWithAHistory(product);
                ada = idOf(member);
                email = member.email();
                assertThat(tablesThatName(database, ada))
                        .contains(
                                "account.credential",
                                "account.email_registry",
                                "account.feedback",
                                "account.session",
                                "account.verification_token",
                                "readmodel.account",
                                "readmodel.conversation",
                                "readmodel.conversation_turn",
                                "readmodel.memory_index",
                                "readmodel.memory_index_state",
                                "readmodel.memory_shelf",
                                "readmodel.quota_reservation",
                                "readmodel.quota_usage",
                                "readmodel.usage_ledger");

                assertThat(erase(member)).isEqualTo(202);
                assertThat(member.get("/auth/me").status()).isEqualTo(401);
                awaitErased(product, ada);

                assertThat(tablesThatName(database, ada)).isEmpty();
                assertThat(tablesThatName(database, email)).isEmpty();
                assertThat(product.caller().post("/auth/login", logIn(email)).status())
                        .isEqualTo(401);
                assertThat(farewells(product, email)).isEqualTo(1);

                startAnewAndRepeatTheErasure(product, ada, email);
            }
            try (Product product = Product.startOn(database, "--nova.replay-read-models=true")) {
                assertThat(tablesThatName(database, ada)).isEmpty();
                assertThat(product.caller().logIn(email).get("/auth/me").status())
                        .isEqualTo(200);
            }
        }
    }

    /** An effect happens at least once; the second time must not touch whoever has the address now. */
    private static void startAnewAndRepeatTheErasure(Product product, String ada, String email) {
        Caller again = product.caller().register(email).logIn(email);
        assertThat(idOf(again)).isNotEqualTo(ada);
        assertThat(again.get("/api/intelligence/conversations").json().path("items"))
                .isEmpty();
        List<Recorded> before = events(product, ada);

        product.bean(EraseAccount.NAME, Effect.class)
                .happen(new ErasureRequested(new UserId(ada), Instant.EPOCH), "evt-again");

        assertThat(events(product, ada)).isEqualTo(before);
        assertThat(again.get("/auth/me").status()).isEqualTo(200);
        assertThat(farewells(product, email)).isEqualTo(1);
    }

    /** Failure case 7: nobody pays for an account that is gone, so it is not gone before that is certain. */
    @Test
    void staysPendingWhileStripeIsDown() {
        try (TestDatabase database = TestDatabase.fresh();
                Product product = Product.startOn(database)) {
            StripeStandIn stripe = product.bean(StripeStandIn.class);
            Caller member = memberWithAHistory(product);
            String ada = idOf(member);
            Shop shop = new Shop(product, member);
            shop.subscribe("basic");
            String customer = product.bean(BillingCustomers.class)
                    .customerOf(new UserId(ada))
                    .orElseThrow();

            stripe.set(Switches.OFF.withOutage(Outage.UNAVAILABLE));
            assertThat(erase(member)).isEqualTo(202);
            await().atMost(PATIENCE).until(() -> deadLetters(product) == 1);

            assertThat(steps(product, ada))
                    .containsExactly(
                            ErasureStep.SESSIONS,
                            ErasureStep.CONVERSATIONS,
                            ErasureStep.MEMORIES,
                            ErasureStep.CREDENTIALS);
            assertThat(tablesThatName(database, ada)).contains("account.email_registry", "readmodel.account");
            assertThat(product.caller()
                            .post("/auth/login", logIn(member.email()))
                            .status())
                    .isBetween(401, 403);
            assertThat(farewells(product, member.email())).isZero();

            stripe.set(Switches.OFF);
            awaitErased(product, ada);
            shop.awaitQuietInbox();

            assertThat(product.bean(PaymentGateway.class).subscriptionsOf(customer))
                    .allMatch(ended -> ended.standing() == Standing.ENDED);
            assertThat(tablesThatName(database, ada)).isEmpty();
            assertThat(tablesThatName(database, member.email())).isEmpty();
            assertThat(farewells(product, member.email())).isEqualTo(1);
            await().atMost(PATIENCE).until(() -> deadLetters(product) == 0);
        }
    }

    private static Caller memberWithAHistory(Product product) {
        Caller member = Caller.member(product.address());
        member.ask("I keep bees on the roof of my house.");
        member.ask("What do I keep on the roof?");
        assertThat(member.post("/api/memory/memories", "{\"content\":\"My favourite colour is moss green.\"}")
                        .status())
                .isEqualTo(201);
        assertThat(member.post("/api/feedback", "{\"category\":\"praise\",\"message\":\"My bees like it.\"}")
                        .status())
                .isEqualTo(201);
        return member;
    }

    private static String idOf(Caller member) {
        return member.get("/auth/me").json().path("id").asString();
    }

    private static int erase(Caller member) {
        return member.send(member.request("/auth/me")
                        .header("Content-Type", "application/json")
                        .method("DELETE", BodyPublishers.ofString("{\"password\":\"" + Caller.PASSWORD + "\"}")))
                .status();
    }

    private static String logIn(String email) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Caller.PASSWORD);
    }

    private static void awaitErased(Product product, String user) {
        await().atMost(PATIENCE)
                .until(() ->
                        events(product, user).stream().anyMatch(recorded -> recorded.event() instanceof UserErased));
        assertThat(product.bean(Backbone.class).awaitReadModels(PATIENCE)).isTrue();
    }

    private static List<Recorded> events(Product product, String user) {
        return product.bean(EventLog.class).after(0, null, 1_000).stream()
                .filter(recorded -> recorded.event().id().value().equals(user))
                .toList();
    }

    private static List<ErasureStep> steps(Product product, String user) {
        return events(product, user).stream()
                .map(Recorded::event)
                .filter(ErasureStepCompleted.class::isInstance)
                .map(event -> ((ErasureStepCompleted) event).step())
                .toList();
    }

    private static long deadLetters(Product product) {
        Map<String, Long> counts = product.bean(Backbone.class).deadLetters().count();
        return counts.getOrDefault(EraseAccount.NAME, 0L);
    }

    private static long farewells(Product product, String email) {
        return product.caller()
                .get("/dev/mailbox/messages?to=" + email)
                .json()
                .path("messages")
                .valueStream()
                .filter(mail -> mail.path("subject").asString().equals(FAREWELL))
                .count();
    }

    /** Every table beside the log in which a text stands somewhere, whatever the column. */
    private static List<String> tablesThatName(TestDatabase database, String text) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        List<String> tables =
                jdbc.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema in ('account', 'readmodel') and table_type = 'BASE TABLE'
                        order by 1""").query((row, number) -> row.getString(1)).list();
        return tables.stream()
                .filter(table -> jdbc.sql("select count(*) from " + table + " row where strpos(row::text, :text) > 0")
                                .param("text", text)
                                .query((row, number) -> row.getLong(1))
                                .single()
                        > 0)
                .toList();
    }
}
