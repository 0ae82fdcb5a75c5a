package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.FactExtractor.Candidate;
import ai.novacore.application.model.port.out.FactExtractor.Material;
import ai.novacore.application.model.port.out.UnusableReply;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.TurnId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what a model says that was asked for facts: all that makes sense of it, and no more. */
final class ExtractionReply {
    /** Far more than was asked for; whoever says so much means nothing by it. */
    private static final int MOST_CANDIDATES = 40;

    private static final double USUAL = 0.5;
    private static final Pattern NAME = Pattern.compile("(?i)\\s*([tm])\\s*(\\d{1,3})\\s*");

    private final Material material;

    ExtractionReply(Material material) {
        this.material = material;
    }

    /**
     * The candidates; those that are no sentence are left out, those whose turns there are not keep none.
     *
     * @throws UnusableReply when there is no list of facts, or nothing in it that is a fact
     */
    List<Candidate> read(String said) {
        JsonNode facts = list(json(said));
        List<Candidate> candidates = new ArrayList<>();
        for (JsonNode fact : facts) {
            if (candidates.size() < MOST_CANDIDATES) {
                candidate(fact).ifPresent(candidates::add);
            }
        }
        if (candidates.isEmpty() && !facts.isEmpty()) {
            throw new UnusableReply("no entry of the list has a \"text\"");
        }
        return List.copyOf(candidates);
    }

    /** The object or array that is in it, without a fence or prose around. */
    private static JsonNode json(String said) {
        int object = said.indexOf('{');
        int array = said.indexOf('[');
        boolean isArray = array >= 0 && (object < 0 || array < object);
        int begin = isArray ? array : object;
        int end = said.lastIndexOf(isArray ? ']' : '}');
        if (begin < 0 || end < begin) {
            throw new UnusableReply("it is no JSON object");
        }
        try {
            return OllamaHttp.JSON.readTree(said.substring(begin, end + 1));
        } catch (JacksonException e) {
            // Its message quotes what the model said.
            throw new UnusableReply("it is no whole JSON document");
        }
    }

    private static JsonNode list(JsonNode json) {
        JsonNode facts = json.isObject() ? json.path("facts") : json;
        if (!facts.isArray()) {
            throw new UnusableReply("it has no list \"facts\"");
        }
        return facts;
    }

    private Optional<Candidate> candidate(JsonNode fact) {
        String text =
                fact.path("text").isString() ? fact.path("text").asString().strip() : "";
        if (text.isEmpty()) {
            return Optional.empty();
        }
        MemoryKind kind =
                fact.path("kind").asString("").toLowerCase(Locale.ROOT).equals("reflection")
                        ? MemoryKind.REFLECTION
                        : MemoryKind.FACT;
        return Optional.of(new Candidate(
                kind,
                text,
                importance(fact.path("importance")),
                turns(fact.path("turns")),
                known(fact.path("contradicts"))));
    }

    private static double importance(JsonNode given) {
        double importance = given.asDouble(USUAL);
        return Double.isNaN(importance) ? USUAL : Math.clamp(importance, 0, 1);
    }

    private List<TurnId> turns(JsonNode given) {
        List<TurnId> turns = new ArrayList<>();
        List<JsonNode> names = given.isArray() ? List.copyOf(given.values()) : List.of(given);
        for (JsonNode name : names) {
            int place = place("t", name);
            if (place >= 0 && place < material.turns().size()) {
                turns.add(material.turns().get(place).id());
            }
        }
        return turns.stream().distinct().toList();
    }

    private @Nullable MemoryId known(JsonNode given) {
        int place = place("m", given);
        return place >= 0 && place < material.known().size()
                ? material.known().get(place).id()
                : null;
    }

    /** From 0; negative when the name is none of this kind. */
    private static int place(String kind, JsonNode name) {
        if (name.isIntegralNumber() && name.canConvertToInt()) {
            return name.intValue() - 1;
        }
        Matcher matcher = NAME.matcher(name.asString(""));
        return matcher.matches() && matcher.group(1).equalsIgnoreCase(kind)
                ? Integer.parseInt(matcher.group(2)) - 1
                : -1;
    }
}
