package ai.novacore.application.axon;

import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.EventType;
import ai.novacore.domain.shared.RandomValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file for every event type and version, with an event as it is stored. The files are never written anew: what they
 * show is in people's databases.
 */
final class StoredExamples {
    static final Path FOLDER = Path.of("src/test/resources/events");
    static final DomainSerializer SERIALIZER = DomainSerializer.plain();

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private StoredExamples() {}

    static String typeOf(Class<?> event) {
        return Objects.requireNonNull(event.getAnnotation(EventType.class)).value();
    }

    static Path fileOf(String type) {
        return FOLDER.resolve(type.replace('/', '@') + ".json");
    }

    /** The types that there are files for. */
    static List<String> types() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name ->
                            name.substring(0, name.length() - ".json".length()).replace('@', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String type) {
        try {
            return Files.readString(fileOf(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file of a new event; leaves a file that is there alone. */
    static void approve(Class<? extends DomainEvent> event) {
        Path file = fileOf(typeOf(event));
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(file, pretty(json(complete(event))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String json(Object event) {
        return SERIALIZER.serialize(event, String.class).getData();
    }

    static DomainEvent event(String type, String json) {
        return Upcasters.read(SERIALIZER, new SimpleSerializedObject<>(json, String.class, EventTypes.parse(type)));
    }

    static String pretty(String json) {
        return PRETTY.writeValueAsString(PRETTY.readTree(json)) + "\n";
    }

    static JsonNode tree(String json) {
        return PRETTY.readTree(json);
    }

    /** An event in which nothing is absent or empty, so that its file shows all that can be in it. */
    private static <E extends DomainEvent> E complete(Class<E> type) {
        return LongStream.range(0, 10_000)
                .mapToObj(seed -> new RandomValues(seed).next(type))
                .filter(event -> isComplete(PRETTY.readTree(json(event))))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isComplete(JsonNode node) {
        boolean empty = node.isNull()
                || (node.isContainer() && node.isEmpty())
                || (node.isString() && node.stringValue().isEmpty());
        return !empty && node.values().stream().allMatch(StoredExamples::isComplete);
    }
}
