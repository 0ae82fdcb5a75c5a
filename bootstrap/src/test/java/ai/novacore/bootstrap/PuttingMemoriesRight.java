package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.bootstrap.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** What a member does with their memories, over the real product. */
class PuttingMemoriesRight {
    private final Product product = Product.shared();
    private final Caller mira = Caller.member(product.address());

    @Test
    void correctsDeletesAndRestoresAMemoryAndTellsItsHistory() {
        String id = keep("My bicycle is green.");
        String path = "/api/memory/memories/" + id;

        assertThat(send("PATCH", path, "{\"content\":\"My bicycle is blue.\"}")
                        .json()
                        .path("content")
                        .asString())
                .isEqualTo("My bicycle is blue.");
        awaitFound("My bicycle is blue.", true);

        assertThat(send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(mira.get(path).status()).isEqualTo(404);
        awaitFound("My bicycle is blue.", false);
        assertThat(mira.get("/api/memory/memories?status=forgotten")
                        .json()
                        .at("/items/0/content")
                        .asString())
                .isEmpty();

        assertThat(mira.post(path + "/restore", "{}").json().path("content").asString())
                .isEqualTo("My bicycle is blue.");
        assertThat(mira.post(path + "/restore", "{}").json().path("content").asString())
                .isEqualTo("My bicycle is green.");
        awaitFound("My bicycle is green.", true);

        assertThat(mira.get(path + "/history").json().path("events").valueStream())
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        "memory.stored", "memory.revised", "memory.forgotten", "memory.restored", "memory.restored");
    }

    @Test
    void takesMemoriesAlong() {
        keep("I sing in a choir.");
        Answer file = mira.get("/api/memory/export?format=ndjson");
        Caller noor = Caller.member(product.address());

        Answer first = imported(noor, file.body() + "no memory\n");
        Answer second = imported(noor, file.body());

        assertThat(first.body())
                .isEqualTo("{\"imported\":1,\"skipped\":0,\"errors\":[{\"line\":2,\"code\":\"invalid_json\"}]}");
        assertThat(second.body()).isEqualTo("{\"imported\":0,\"skipped\":1,\"errors\":[]}");
        assertThat(noor.get("/api/memory/search?q=choir")
                        .json()
                        .at("/results/0/content")
                        .asString())
                .isEqualTo("I sing in a choir.");
        assertThat(noor.get("/api/memory/export").json().path("memories")).hasSize(1);
    }

    private String keep(String content) {
        return mira.post("/api/memory/memories", Caller.text("content", content))
                .json()
                .path("id")
                .asString();
    }

    /** The index follows by itself. */
    private void awaitFound(String content, boolean there) {
        await().untilAsserted(() -> assertThat(mira.get("/api/memory/search?q=What%20colour%20has%20my%20bicycle%3F")
                        .json()
                        .path("results")
                        .valueStream()
                        .anyMatch(result -> result.path("content").asString().equals(content)))
                .isEqualTo(there));
    }

    private Answer send(String method, String path, String body) {
        return mira.send(mira.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private static Answer imported(Caller person, String lines) {
        return person.send(person.request("/api/memory/import")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
    }
}
