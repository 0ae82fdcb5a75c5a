package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.StrictJson;
import ai.novacore.application.memory.ExchangeText;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Entry;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Fault;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Line;
import ai.novacore.domain.memory.MemoryKind;
import java.io.Closeable;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.MissingNode;

/**
 * The conversations of an export of ChatGPT as exchanges: a question with its answer is one memory. A conversation there
 * is a tree of messages, of which {@code current_node} names the end of the branch that was shown last; that branch is
 * read. One conversation is in memory at a time. Lines are numbered by conversation, from 1.
 *
 * @see <a href="https://help.openai.com/en/articles/7260999-how-do-i-export-my-chatgpt-history-and-data">How the export
 *     is made</a>
 */
final class ChatGptConversations implements Iterator<Line>, Closeable {
    /** The year 9999, in seconds. */
    private static final double LATEST = 253_402_300_799d;

    /** After a conversation comes the next one. */
    private static final ObjectReader CONVERSATION =
            StrictJson.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonParser json;
    private final Queue<Line> ahead = new ArrayDeque<>();
    private int number;
    private boolean ended;

    ChatGptConversations(InputStream body) {
        json = StrictJson.MAPPER.createParser(body);
    }

    @Override
    public boolean hasNext() {
        while (ahead.isEmpty() && !ended) {
            read();
        }
        return !ahead.isEmpty();
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ahead.remove();
    }

    /** Reads on by one conversation; after what is no JSON nothing more can be read. */
    private void read() {
        number++;
        try {
            JsonToken token = json.nextToken();
            if (number == 1) {
                token = token == JsonToken.START_ARRAY ? json.nextToken() : JsonToken.NOT_AVAILABLE;
            }
            if (token == JsonToken.START_OBJECT) {
                ahead.addAll(exchanges(CONVERSATION.readTree(json)));
            } else {
                ended = true;
                if (token != JsonToken.END_ARRAY) {
                    ahead.add(new Fault(number, "invalid_json"));
                }
            }
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (JacksonException e) {
            ended = true;
            ahead.add(new Fault(number, "invalid_json"));
        }
    }

    private List<Line> exchanges(JsonNode conversation) {
        if (!conversation.path("mapping").isObject()) {
            return List.of(new Fault(number, "invalid_json"));
        }
        List<Line> exchanges = new ArrayList<>();
        JsonNode asked = MissingNode.getInstance();
        for (JsonNode message : shown(conversation)) {
            switch (message.at("/author/role").asString("")) {
                case "user" -> asked = message;
                case "assistant" -> {
                    if (!text(asked).isBlank() && !text(message).isBlank()) {
                        exchanges.add(exchange(conversation, asked, text(message)));
                        asked = MissingNode.getInstance();
                    }
                }
                default -> {
                    // What tools and the system say is not part of the talk.
                }
            }
        }
        return exchanges;
    }

    private Entry exchange(JsonNode conversation, JsonNode asked, String answer) {
        double seconds = asked.path("create_time").asDouble(0);
        return new Entry(
                number,
                ExchangeText.of(text(asked), answer).value(),
                MemoryKind.EXCHANGE,
                seconds > 0 && seconds < LATEST ? Instant.ofEpochMilli((long) (seconds * 1000)) : null,
                thread(conversation));
    }

    private static @Nullable String thread(JsonNode conversation) {
        String id = conversation
                .path("conversation_id")
                .asString(conversation.path("id").asString(""));
        return id.isBlank() ? null : id;
    }

    /** The messages of the branch that was shown last, in their order. */
    private static List<JsonNode> shown(JsonNode conversation) {
        List<JsonNode> messages = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String node = conversation.path("current_node").asString("");
        while (seen.add(node) && conversation.path("mapping").has(node)) {
            JsonNode entry = conversation.path("mapping").path(node);
            messages.add(entry.path("message"));
            node = entry.path("parent").asString("");
        }
        Collections.reverse(messages);
        return messages;
    }

    /** What was written; pictures and files are passed over. */
    private static String text(JsonNode message) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : message.at("/content/parts")) {
            if (part.isString()) {
                text.append(part.asString()).append('\n');
            }
        }
        return text.toString().strip();
    }

    @Override
    public void close() {
        json.close();
    }
}
