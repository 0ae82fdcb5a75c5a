package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.port.in.ReflectUseCase;
import ai.novacore.application.memory.port.in.RunReport;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What members say about themselves is on their shelf after reflection, with the turns that it comes from, once. */
class ReflectingOnConversations {
    private static final String FACTS = "/api/memory/memories?tier=ITM&kind=fact";

    /** Nobody else's conversations are in it; each test leaves none that is still to be reflected on. */
    private static final Product PRODUCT = Product.start();

    private final ReflectUseCase reflection = PRODUCT.bean(ReflectUseCase.class);

    @AfterAll
    static void stop() {
        PRODUCT.close();
    }

    @Test
    void putsFactsOnTheShelfWithTheirEvidenceOnce() {
        Caller ada = Caller.member(PRODUCT.address());
        Caller bob = Caller.member(PRODUCT.address());
        JsonNode said =
                ada.ask("Hello! I live in Bonn and my dog is called Rex.").json();
        ada.ask("Do I live in Paris?");
        bob.ask("Ich bin allergisch gegen Nüsse.");

        RunReport first = reflection.reflectNow();

        assertThat(first.processed()).isEqualTo(3);
        assertThat(first.promoted()).isEqualTo(3);
        assertThat(first.failed()).isZero();
        assertThat(contents(ada)).containsExactlyInAnyOrder("I live in Bonn.", "My dog is called Rex.");
        assertThat(contents(bob)).containsExactly("Ich bin allergisch gegen Nüsse.");
        JsonNode evidence = ada.get(FACTS).json().at("/items/0/evidence/0");
        assertThat(evidence.path("conversationId")).isEqualTo(said.path("conversationId"));
        assertThat(evidence.path("turnId")).isEqualTo(said.path("turnId"));

        RunReport second = reflection.reflectNow();

        assertThat(second.processed()).isZero();
        assertThat(contents(ada)).hasSize(2);
    }

    @Test
    void retiresWhatIsNoLongerTrueAndReopensATalkWithANewTurn() {
        Caller ada = Caller.member(PRODUCT.address());
        String talk = ada.ask("I live in Bonn.").json().path("conversationId").asString();
        reflection.reflectNow();
        ada.post("/api/intelligence/chat", "{\"message\":\"I moved to Hamburg.\",\"conversationId\":\"" + talk + "\"}");

        RunReport report = reflection.reflectNow();

        assertThat(report.processed()).isEqualTo(1);
        assertThat(contents(ada)).containsExactly("I moved to Hamburg.");
    }

    @Test
    void leavesDeletedConversationsAlone() {
        Caller ada = Caller.member(PRODUCT.address());
        String talk = ada.ask("I live in Bonn.").json().path("conversationId").asString();
        ada.send(ada.request("/api/intelligence/conversations/" + talk).method("DELETE", BodyPublishers.noBody()));

        RunReport report = reflection.reflectNow();

        assertThat(report.processed()).isZero();
        assertThat(contents(ada)).isEmpty();
    }

    private static List<String> contents(Caller person) {
        return StreamSupport.stream(person.get(FACTS).json().path("items").spliterator(), false)
                .map(item -> item.path("content").asString())
                .toList();
    }
}
