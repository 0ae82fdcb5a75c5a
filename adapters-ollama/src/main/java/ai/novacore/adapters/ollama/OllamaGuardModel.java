package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.out.GuardModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Has a model in Ollama judge texts: in one piece by {@code /api/chat}, at temperature 0, its answer bound to a JSON
 * schema. A text that is longer than a model reads with care is judged in parts that overlap, and the strongest opinion
 * counts.
 *
 * <p>Failures: as those of {@link OllamaChatModel}; {@code FAILED} for an answer that the schema does not allow.
 */
public final class OllamaGuardModel implements GuardModel {
    /** Fits with the principles into the smallest context windows, in any script. */
    static final int LONGEST_PART = 4_000;

    static final int OVERLAP = 200;
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(3);

    private final OllamaHttp http;
    private final OllamaSettings settings;
    private final String model;
    private final Duration within;

    /** @param within how long it may take for one text, however long that is */
    public OllamaGuardModel(OllamaSettings settings, String model, Duration within) {
        this.settings = settings;
        this.model = model;
        this.within = within;
        http = new OllamaHttp(settings);
    }

    @Override
    public Opinion judge(List<Principle> principles, String text) {
        long deadline = System.nanoTime() + within.toNanos();
        Decision decision = Decision.ALLOW;
        Set<String> touched = new LinkedHashSet<>();
        for (String part : parts(text)) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) {
                throw new ModelFailure(Kind.TIMEOUT, "the guard model ran out of time");
            }
            Opinion opinion = ask(principles, part, left);
            if (opinion.decision() == Decision.BLOCK) {
                return opinion;
            }
            decision = decision.compareTo(opinion.decision()) < 0 ? opinion.decision() : decision;
            touched.addAll(opinion.principles());
        }
        return new Opinion(decision, List.copyOf(touched));
    }

    @Override
    public void check() {
        JsonNode tags = http.call("/api/tags", null, LONGEST_CHECK);
        for (JsonNode tag : tags.path("models")) {
            String name = tag.path("name").asString("");
            if (name.equals(model) || name.equals(model + ":latest")) {
                return;
            }
        }
        throw OllamaRefusal.notInstalled(model);
    }

    @Override
    public String model() {
        return model;
    }

    private Opinion ask(List<Principle> principles, String part, Duration left) {
        GuardQuestion question = new GuardQuestion(principles);
        JsonNode reply = http.call("/api/chat", question.request(model, part, settings.contextTokens()), left);
        return question.opinion(reply.path("message").path("content").asString(""));
    }

    /** At least one. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        while (text.length() - begin > LONGEST_PART) {
            parts.add(text.substring(begin, begin + LONGEST_PART));
            begin += LONGEST_PART - OVERLAP;
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
