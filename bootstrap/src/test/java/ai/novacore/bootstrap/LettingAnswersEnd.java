package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.persistence.TestDatabase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LettingAnswersEnd {

    @Test
    void givesThemToTheirEndBeforeTheProductStops() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            Product product = Product.startOn(database, "--nova.stand-in.pace=50ms");
            Caller ada = Caller.member(product.address());
            ChatPage quiet = new ChatPage(product, ada);
            ChatPage busy = new ChatPage(product, ada);
            busy.ask("r1", "Tell me about my boat, please.").next("token");
            Iterator<String> events = EndingWithTheSession.stream(ada);
            while (!events.next().equals("event: token")) {
                assertThat(events.hasNext()).isTrue();
            }

            CompletableFuture<Void> stopping = CompletableFuture.runAsync(product::close);

            assertThat(quiet.closing()).isEqualTo("1001 shutting_down");
            assertThat(busy.next("done").path("finishReason").asString()).isEqualTo("stop");
            assertThat(busy.closing()).isEqualTo("1001 shutting_down");
            List<String> rest = new ArrayList<>();
            events.forEachRemaining(rest::add);
            assertThat(rest).contains("event: done").doesNotContain("event: error");
            assertThat(String.join("", rest)).contains("\"finishReason\":\"stop\"");
            stopping.get(60, TimeUnit.SECONDS);
        }
    }
}
