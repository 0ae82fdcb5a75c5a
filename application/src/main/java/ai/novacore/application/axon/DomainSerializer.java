package ai.novacore.application.axon;

import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Writes events, snapshots, tokens and sagas as JSON, events and snapshots under the names of {@link EventTypes}, with
 * what is personal sealed under the key of the person whom it is about. Only types of Axon and of this product are ever
 * instantiated by a name that stands in JSON.
 */
public final class DomainSerializer extends Jackson3Serializer {
    private static final ScopedValue<UserId> PERSON = ScopedValue.newInstance();

    /** Seals with these keys. */
    public DomainSerializer(PersonalKeys keys) {
        this(List.of(new DomainJson(), new SealedTexts(keys, () -> PERSON.isBound() ? PERSON.get() : null)));
    }

    private DomainSerializer(List<JacksonModule> modules) {
        // A failure of the keys arrives as it is, so that a lost race for a row is known as one.
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.addModules(modules)
                        .disable(SerializationFeature.WRAP_EXCEPTIONS)
                        .disable(DeserializationFeature.WRAP_EXCEPTIONS)
                        .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .allowIfSubType("ai.novacore.")
                                .build())));
    }

    /** Seals nothing: the logical form of what is stored, as the approved files show it. */
    static DomainSerializer plain() {
        return new DomainSerializer(List.of(new DomainJson()));
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        UserId person = Person.in(object);
        return person == null
                ? super.serialize(object, representation)
                : ScopedValue.where(PERSON, person).call(() -> super.serialize(object, representation));
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
