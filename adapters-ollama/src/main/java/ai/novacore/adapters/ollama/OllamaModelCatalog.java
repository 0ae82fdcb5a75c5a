package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The chat models that Ollama has installed, by its {@code /api/tags}. What it said is taken for true for three
 * seconds, failures too. The tag {@code :latest}, which Ollama adds by itself, is left off. Safe for use by many
 * threads.
 */
public final class OllamaModelCatalog implements ModelCatalog {
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final OllamaHttp http;
    private final OllamaSettings settings;
    private final InstantSource clock;
    private final OllamaContextWindows windows;
    private @Nullable Heard heard;

    private record Heard(
            List<Model> models,
            Set<String> installed,
            @Nullable ModelFailure failure,
            Instant at) {}

    public OllamaModelCatalog(OllamaSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        http = new OllamaHttp(settings);
        windows = new OllamaContextWindows(http, settings.contextTokens(), clock);
    }

    @Override
    public List<Model> models() {
        Heard latest = latest();
        if (latest.failure() != null) {
            Kind kind = latest.failure().kind() == Kind.TIMEOUT ? Kind.TIMEOUT : Kind.UNAVAILABLE;
            throw new ModelFailure(kind, "Ollama does not list its models", latest.failure());
        }
        return latest.models();
    }

    @Override
    public String defaultModel() {
        return withoutLatest(settings.chatModel());
    }

    @Override
    public int contextTokens(String model) {
        return windows.of(withoutLatest(model));
    }

    /** Whether Ollama answers; from what it said at most three seconds ago. */
    public boolean isAnswering() {
        return latest().failure() == null;
    }

    /** Whether the model is installed, whatever it is made for; false when Ollama does not say. */
    public boolean has(String model) {
        return latest().installed().contains(withoutLatest(model));
    }

    /** What installs the model, for a shell. */
    public String commandToInstall(String model) {
        return OllamaRefusal.commandToInstall(model);
    }

    /** Whoever comes while another asks waits for his result, which is bounded as the question is. */
    private synchronized Heard latest() {
        Instant now = clock.instant();
        Heard last = heard;
        if (last == null || now.isAfter(last.at().plus(FRESH)) || now.isBefore(last.at())) {
            last = ask();
            heard = last;
        }
        return last;
    }

    private Heard ask() {
        try {
            JsonNode tags = http.call("/api/tags", null, LONGEST_WAIT);
            List<Model> models = new ArrayList<>();
            Set<String> installed = new HashSet<>();
            for (JsonNode tag : tags.path("models")) {
                String name = tag.path("name").asString("");
                installed.add(withoutLatest(name));
                if (!name.isBlank() && canChat(tag)) {
                    models.add(new Model(withoutLatest(name), description(tag.path("details")), false));
                }
            }
            models.sort(Comparator.comparing((Model model) -> !model.id().equals(defaultModel()))
                    .thenComparing(Model::id));
            return new Heard(List.copyOf(models), Set.copyOf(installed), null, clock.instant());
        } catch (ModelFailure failure) {
            return new Heard(List.of(), Set.of(), failure, clock.instant());
        }
    }

    /** Ollama lists embedding models among the others; the common ones are of the family of BERT. */
    private boolean canChat(JsonNode tag) {
        String name = withoutLatest(tag.path("name").asString(""));
        return !tag.path("details").path("family").asString("").endsWith("bert")
                && (settings.embeddingModel() == null || !name.equals(withoutLatest(settings.embeddingModel())));
    }

    private static String description(JsonNode details) {
        String told = Stream.of("family", "parameter_size", "quantization_level")
                .map(field -> details.path(field).asString(""))
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "installed in Ollama" : told;
    }

    private static String withoutLatest(String name) {
        return name.endsWith(":latest") ? name.substring(0, name.length() - ":latest".length()) : name;
    }
}
