package ai.novacore.application.axon;

import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.SingleValue;
import java.lang.reflect.Constructor;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** How domain types look in JSON: records as objects, value objects of one string as that string. */
public final class DomainJson extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public DomainJson() {
        super("novacore-domain");
        addSerializer(SingleValue.class, new WriteValue());
        addKeySerializer(SingleValue.class, new WriteKey());
        // States forget the oldest first, so a snapshot must come back in the order in which it was written.
        addAbstractTypeMapping(Set.class, LinkedHashSet.class);
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new ReadValues());
        context.addKeyDeserializers(new ReadKeys());
    }

    private static SingleValue parse(Class<?> type, String value) {
        if (type == QuotaId.class) {
            return QuotaId.parse(value);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(String.class);
            return (SingleValue) constructor.newInstance(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
        }
    }

    private static boolean isSingleValue(JavaType type) {
        return type.isTypeOrSubTypeOf(SingleValue.class) && type.isConcrete();
    }

    private static final class WriteValue extends StdScalarSerializer<SingleValue> {
        WriteValue() {
            super(SingleValue.class);
        }

        @Override
        public void serialize(SingleValue value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.value());
        }
    }

    private static final class WriteKey extends ValueSerializer<SingleValue> {
        @Override
        public void serialize(SingleValue value, JsonGenerator json, SerializationContext context) {
            json.writeName(value.value());
        }
    }

    private static final class ReadValues extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            return isSingleValue(type) ? new ReadValue(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return SingleValue.class.isAssignableFrom(type);
        }
    }

    private static final class ReadValue extends StdScalarDeserializer<SingleValue> {
        private final Class<?> type;

        ReadValue(Class<?> type) {
            super(type);
            this.type = type;
        }

        @Override
        public SingleValue deserialize(JsonParser json, DeserializationContext context) {
            return parse(type, json.getString());
        }
    }

    private static final class ReadKeys implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            return isSingleValue(type) ? new ReadKey(type.getRawClass()) : null;
        }
    }

    private static final class ReadKey extends KeyDeserializer {
        private final Class<?> type;

        ReadKey(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return parse(type, key);
        }
    }
}
