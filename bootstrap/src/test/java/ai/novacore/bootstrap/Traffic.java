package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.FakeOllamaReply;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** What people do with a node in a day, and what goes wrong with it, within some seconds. */
final class Traffic {
    /** How often a member of the tier free may ask. */
    static final int MESSAGES = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES_OF_A_MODEL = 3;
    private static final int BEYOND_THE_BURST = 30;

    private final URI address;
    private final FakeOllama ollama;

    Traffic(URI address, FakeOllama ollama) {
        this.address = address;
        this.ollama = ollama;
    }

    /** A member logs in, is remembered, asks until nothing is left, and asks by WebSocket meanwhile. */
    void chat() throws InterruptedException {
        Caller ada = Caller.member(address);
        ada.post("/api/memory/memories", "{\"content\":\"My boat is called Seagull.\"}");
        await().atMost(PATIENCE)
                .until(() -> ada.get("/api/memory/search?q=boat")
                                .json()
                                .path("results")
                                .size()
                        > 0);
        ChatPage page = new ChatPage(address, ada);
        page.ask("r1", "What is my boat called?").next("done");
        for (int i = 0; i < MESSAGES; i++) {
            ada.stream("And what is it called today?");
        }
        assertThat(ada.ask("And now?").code()).isEqualTo("quota_exceeded");
        page.vanish();
    }

    /** The model fails once for good, which is not enough for anybody to be woken. */
    void failOnce() {
        for (int i = 0; i < TRIES_OF_A_MODEL; i++) {
            ollama.next(FakeOllamaReply.status(500));
        }
        assertThat(Caller.member(address).ask("Are you well?").status()).isBetween(500, 504);
        ollama.forgetReplies();
    }

    /** Somebody forgets a password, comes back with a token, and a stranger pretends to be Stripe. */
    void comeAndGo() {
        Caller door = new Caller(address);
        String email = "guest-" + UUID.randomUUID() + "@example.org";
        door.register(email);
        door.post("/auth/login", Caller.text("email", email, "password", "a wrong one, long enough"));
        String refresh = door.post("/auth/login", Caller.text("email", email, "password", Caller.PASSWORD))
                .json()
                .path("refreshToken")
                .asString();
        assertThat(door.post("/auth/refresh", Caller.text("refreshToken", refresh))
                        .status())
                .isEqualTo(200);
        assertThat(door.post("/billing/webhook", "{}").code()).isEqualTo("invalid_signature");
        assertThat(door.get("/nowhere").status()).isBetween(400, 499);
    }

    /** A member buys a tier and is then in more haste than it allows. */
    void buy() {
        Caller bob = Caller.member(address);
        bob.verify(bob.email());
        await().atMost(PATIENCE)
                .until(() -> bob.get("/auth/me").json().path("emailVerified").asBoolean());
        String session = bob.post("/billing/checkout", "{\"tier\":\"basic\"}")
                .json()
                .path("sessionId")
                .asString();
        Caller page = new Caller(address);
        page.send(page.request("/dev/stripe/checkout/" + session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("cardNumber=" + URLEncoder.encode(Shop.GOOD_CARD, StandardCharsets.UTF_8)
                        + "&billingName=Bob")));
        await().atMost(PATIENCE)
                .until(() -> bob.get("/api/usage/quota")
                                .json()
                                .path("tier")
                                .asString("")
                                .equals("basic")
                        || bob.get("/auth/me").status() == 429);
        for (int i = 0; i < BEYOND_THE_BURST; i++) {
            bob.get("/auth/me");
        }
    }
}
