package ai.novacore.adapters.persistence;

import jakarta.persistence.AttributeConverter;
import java.util.List;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a list as JSON in a text column. Text, because PostgreSQL's own JSON type refuses some characters that JSON
 * allows.
 *
 * @param <T> what the list holds
 * @param <R> the record that stands for it in JSON; its component names are the stored names
 */
public abstract class JsonColumn<T, R> implements AttributeConverter<List<T>, String> {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectReader reader;
    private final ObjectWriter writer;

    protected JsonColumn(Class<R> stored) {
        var listType = MAPPER.getTypeFactory().constructCollectionType(List.class, stored);
        this.reader = MAPPER.readerFor(listType);
        this.writer = MAPPER.writerFor(listType);
    }

    protected abstract R toStored(T item);

    protected abstract T fromStored(R stored);

    @Override
    public final String convertToDatabaseColumn(List<T> items) {
        return writer.writeValueAsString(items.stream().map(this::toStored).toList());
    }

    @Override
    public final List<T> convertToEntityAttribute(String json) {
        List<R> stored = reader.readValue(json);
        return stored.stream().map(this::fromStored).toList();
    }
}
