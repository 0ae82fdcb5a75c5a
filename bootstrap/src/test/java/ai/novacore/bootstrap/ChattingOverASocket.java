package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChattingOverASocket {

    @Test
    void answersAndSettlesLikeARequest() throws InterruptedException {
        Caller ada = Caller.member(Product.shared().address());
        ChatPage page = new ChatPage(Product.shared(), ada);

        JsonNode done = page.ask("r1", "My boat is called Seagull.").next("done");

        assertThat(done.path("finishReason").asString()).isEqualTo("stop");
        assertThat(done.at("/quota/resources/messages/used").asLong()).isEqualTo(1);
        assertThat(ada.ask("What is my boat called?").json().path("reply").asString())
                .contains("Seagull");
        assertThat(new Caller(Product.shared().managementAddress())
                        .get("/metrics")
                        .body())
                .containsPattern("websocket_connections_active [1-9]")
                .contains("websocket_messages_total{", "route=\"/ws/chat\"");
    }

    /** Failure case 1. */
    @Test
    void doesNotFindWhatIsSomebodyElses() throws InterruptedException {
        try (Product slow = Product.start("--nova.stand-in.pace=20ms")) {
            Caller ada = Caller.member(slow.address());
            Caller ben = Caller.member(slow.address());
            ChatPage hers = new ChatPage(slow, ada);
            ChatPage his = new ChatPage(slow, ben);
            JsonNode meta = hers.ask("r1", "Tell me something long, please.").next("meta");

            his.say(Map.of("type", "cancel", "turnId", meta.path("turnId").asString()));
            assertThat(his.next("error").path("code").asString()).isEqualTo("not_found");
            his.say(Map.of(
                    "type", "chat",
                    "requestId", "r2",
                    "message", "Go on",
                    "conversationId", meta.path("conversationId").asString()));
            assertThat(his.next("error").path("code").asString()).isEqualTo("not_found");
            assertThat(hers.next("done").path("finishReason").asString()).isEqualTo("stop");
            assertThat(DoingTheMainJob.resource(ben, "messages").path("used").asLong())
                    .isZero();
        }
    }

    /** Failure case 17: the turn ends, and what was said until then is paid for. */
    @Test
    void settlesWhatWasSaidWhenTheReaderLeaves() throws InterruptedException {
        try (Product slow = Product.start("--nova.stand-in.pace=200ms")) {
            Caller ada = Caller.member(slow.address());
            ChatPage page = new ChatPage(slow, ada);
            page.ask("r1", "Tell me something long, please.").next("token");
            page.vanish();

            await().atMost(Duration.ofSeconds(20)).until(() -> DoingTheMainJob.settledInLedger(ada) > 0);
            assertThat(DoingTheMainJob.resource(ada, "tokens").path("reserved").asLong())
                    .isZero();
            assertThat(DoingTheMainJob.resource(ada, "tokens").path("used").asLong())
                    .isEqualTo(DoingTheMainJob.settledInLedger(ada));
        }
    }
}
