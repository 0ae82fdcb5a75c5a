package ai.novacore.adapters.ollama;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.domain.shared.UserId;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an HTTP server can do that is not of Ollama's protocol. */
class MeetingABrokenServer {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final Prompt PROMPT = new Prompt(new UserId("usr_mira"), "llama3.2", List.of(), List.of(), "", 10);

    private final OllamaSettings settings =
            OllamaSettings.of(URI.create(SERVER.baseUrl() + "/"), "llama3.2").withEmbeddingModel("all-minilm");

    /** failure case 23. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void failsToChat(Fault fault) {
        answering(aResponse().withFault(fault));

        ModelFailure failure = catchThrowableOfType(
                ModelFailure.class,
                () -> ChattingExample.model(settings).answer(PROMPT, text -> {}, new Cancellation()));

        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void isNotTakenForOllama(Fault fault) {
        answering(aResponse().withFault(fault));

        assertThat(new OllamaProbe(settings).isAnswering(Duration.ofSeconds(20)))
                .isFalse();
        assertThatThrownBy(() -> new OllamaModelCatalog(settings, InstantSource.system()).models())
                .isInstanceOf(ModelFailure.class);
        assertThatThrownBy(() -> new OllamaEmbedder(settings).embed(List.of("text")))
                .isInstanceOf(ModelFailure.class);
    }

    @Test
    void isNotTakenForOllamaWhenItServesSomethingElse() {
        answering(aResponse().withBody("{\"hello\":\"world\"}"));

        assertThat(new OllamaProbe(settings).isAnswering(Duration.ofSeconds(20)))
                .isFalse();
    }

    /** failure case 23. */
    @Test
    void readsAStreamThatDribbles() {
        answering(aResponse()
                .withBody("{\"message\":{\"content\":\"slow\"}}\n{\"done\":true,\"done_reason\":\"stop\"}\n")
                .withChunkedDribbleDelay(9, 90));
        List<String> said = new ArrayList<>();

        Completion completion = ChattingExample.model(settings).answer(PROMPT, said::add, new Cancellation());

        assertThat(completion).isEqualTo(new Completion(Finish.STOP, 0, 1));
        assertThat(said).containsExactly("slow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"embeddings\":[]}",
                "{\"embeddings\":[[0,0,0]]}",
                "{\"embeddings\":[[]]}",
                "{\"embeddings\":[[1,\"x\"]]}"
            })
    void failsToEmbedWithoutAProperVector(String reply) {
        answering(aResponse().withBody(reply));

        ModelFailure failure =
                catchThrowableOfType(ModelFailure.class, () -> new OllamaEmbedder(settings).embed(List.of("text")));

        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
    }

    private static void answering(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }
}
