package ai.novacore.application.axon;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Writes events, snapshots, tokens and sagas as JSON, events and snapshots under the names of {@link EventTypes}. Only
 * types of Axon and of this product are ever instantiated by a name that stands in JSON.
 */
public final class DomainSerializer extends Jackson3Serializer {

    public DomainSerializer() {
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.addModule(new DomainJson())
                        .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .allowIfSubType("ai.novacore.")
                                .build())));
    }

    @Override
    @SuppressWarnings("rawtypes") // the type that Axon declares
    public SerializedType typeForClass(@Nullable Class type) {
        SerializedType stored = type == null ? null : EventTypes.typeOf(type);
        return stored == null ? super.typeForClass(type) : stored;
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        Class<?> stored = EventTypes.classOf(type);
        return stored == null ? super.resolveClassName(type) : stored.getName();
    }
}
