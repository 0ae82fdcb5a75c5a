package ai.novacore.adapters.web.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes what the code says about nullness: what is not {@code @Nullable} is always there, the rest may be null. */
@Component
final class NullnessInSchemas implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    @SuppressWarnings("rawtypes") // The interface is raw.
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved == null || !described.isRecord()) {
            return resolved;
        }
        String reference = resolved.get$ref();
        Schema<?> schema =
                reference == null ? resolved : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
        if (schema != null && schema.getProperties() != null) {
            describe(described, schema);
        }
        return resolved;
    }

    private static void describe(Class<?> described, Schema<?> schema) {
        List<String> always = new ArrayList<>();
        for (RecordComponent component : described.getRecordComponents()) {
            String name = name(component);
            if (!schema.getProperties().containsKey(name)) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                allowNull(schema, name);
            } else {
                always.add(name);
            }
        }
        schema.setRequired(always);
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    @SuppressWarnings("rawtypes") // The library's properties are raw.
    private static void allowNull(Schema<?> schema, String name) {
        Map<String, Schema> properties = schema.getProperties();
        Schema<?> property = properties.get(name);
        if (property == null) {
            return;
        }
        if (property.get$ref() != null || property.getEnum() != null) {
            Schema<?> nothing = new Schema<>();
            nothing.setTypes(Set.of("null"));
            Schema<?> either = new Schema<>();
            either.setAnyOf(List.of(property, nothing));
            properties.put(name, either);
        } else if (property.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
        }
    }
}
