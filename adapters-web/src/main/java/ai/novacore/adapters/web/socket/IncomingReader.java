package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.conversation.ChatShapes.Ask;
import ai.novacore.adapters.web.conversation.Offsets;
import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.input.StrictJson;
import ai.novacore.adapters.web.problem.FieldProblem;
import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.Problems;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.socket.Incoming.About;
import ai.novacore.adapters.web.socket.Incoming.Cancel;
import ai.novacore.adapters.web.socket.Incoming.Chat;
import ai.novacore.adapters.web.socket.Incoming.Envelope;
import ai.novacore.adapters.web.socket.Incoming.Ping;
import ai.novacore.adapters.web.socket.Incoming.Repeatable;
import ai.novacore.adapters.web.socket.Incoming.Resume;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what clients say, by the rules that hold for the bodies of requests. */
@Component
final class IncomingReader {
    private static final String TYPES = "must be one of chat, resume, cancel, ping";

    private final Validator validator;

    IncomingReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * A message as JSON.
     *
     * @throws Refused when it is none
     */
    JsonNode json(String text) {
        try {
            JsonNode json = StrictJson.MAPPER.readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            throw new Refused(Problems.unreadable(e));
        }
        throw new Refused(Problem.invalidRequest("A message is a JSON object."));
    }

    /** The id that an answer to it has to carry, where it can be told. */
    static @Nullable String requestId(JsonNode json) {
        JsonNode id = json.path("requestId");
        return id.isString() && id.asString().length() <= Incoming.LONGEST_ID ? id.asString() : null;
    }

    /**
     * What is said.
     *
     * @throws Refused when it cannot be meant as it is
     */
    Incoming read(JsonNode json) {
        Envelope envelope = valid(json, Envelope.class);
        return switch (envelope.type()) {
            case null -> throw Refused.field("type", TYPES);
            case "chat" ->
                new Chat(
                        requestId(envelope),
                        valid(json, Ask.class),
                        valid(json, Repeatable.class).idempotencyKey());
            case "resume" -> {
                About about = valid(json, About.class);
                yield new Resume(
                        requestId(envelope), PathIds.turn(about.turnId()), Offsets.of("offset", about.offset()));
            }
            case "cancel" -> valid(json, Cancel.class);
            case "ping" -> new Ping();
            default -> throw Refused.field("type", TYPES);
        };
    }

    private static String requestId(Envelope envelope) {
        if (envelope.requestId() == null) {
            throw Refused.field("requestId", "is missing");
        }
        return envelope.requestId();
    }

    private <T> T valid(JsonNode json, Class<T> type) {
        T value;
        try {
            value = StrictJson.MAPPER.treeToValue(json, type);
        } catch (JacksonException e) {
            throw new Refused(Problems.unreadable(e));
        }
        List<FieldProblem> wrong = validator.validate(value).stream()
                .map(violation -> new FieldProblem(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refused(Problem.invalidFields(wrong));
        }
        return value;
    }
}
