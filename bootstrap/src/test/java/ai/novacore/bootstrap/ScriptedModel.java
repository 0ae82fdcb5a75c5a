package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.FakeOllama.Asked;
import ai.novacore.application.model.FakeOllamaReply;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.ArrayList;
import java.util.List;

/**
 * Two nodes on one database in front of a model server that does what a test writes down. Shared by all tests that
 * change nothing about how they are set up; each leaves the model healthy.
 */
final class ScriptedModel {
    static final String MODEL = "llama3.2";
    static final FakeOllama OLLAMA = new FakeOllama(MODEL + ":latest");
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final String SIGNING_KEY = signingKey();

    private ScriptedModel() {}

    private static final class First {
        static final Product NODE = node();
    }

    private static final class Second {
        static final Product NODE = node();
    }

    static Product first() {
        return First.NODE;
    }

    static Product second() {
        return Second.NODE;
    }

    private static Product node() {
        Product node = Product.startOn(DATABASE, settings().toArray(String[]::new));
        TestDatabase.beforeServerStops(node::close);
        return node;
    }

    /** What all its nodes have in common. */
    static List<String> settings(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--nova.ollama.base-url=" + OLLAMA.baseUrl(),
                "--nova.signing-key=" + SIGNING_KEY,
                "--nova.tiers.free.messages-per-day=1000000",
                "--nova.tiers.free.tokens-per-day=1000000000"));
        settings.addAll(List.of(more));
        return settings;
    }

    private static String signingKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often it was asked just this. */
    static long calls(String question) {
        return OLLAMA.asked("/api/chat").stream()
                .map(Asked::question)
                .filter(question::equals)
                .count();
    }

    /** Whatever went wrong before does not harm who comes next. */
    static void answersAgain(Caller person) {
        OLLAMA.forgetReplies().next(FakeOllamaReply.answer("I am well."));
        Caller.Answer answer = person.ask("How are you?");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("reply").asString()).isEqualTo("I am well.");
        assertThat(answer.json().path("finishReason").asString()).isEqualTo("stop");
    }
}
