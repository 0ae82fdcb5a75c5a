package ai.novacore.application.axon;

import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.SingleValue;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How what is personal stands in JSON that is kept for ever: as {@code {"for":"usr_…","sealed":"…"}}, under that person's
 * key. Once the key is gone it reads as {@value #ERASED}. Strings are what was written before there were keys, and read
 * as they are; nothing can be taken for the one that is the other.
 */
final class SealedTexts extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Not empty: titles and memories never are. */
    static final String ERASED = "[erased]";

    static final String FOR = "for";
    static final String SEALED = "sealed";

    /** What all that is sealed has, and nothing else. */
    static final Set<String> FORM = Set.of(FOR, SEALED);

    /**
     * @param person whose texts are being written; absent when nobody's are
     */
    SealedTexts(PersonalKeys keys, Supplier<@Nullable UserId> person) {
        super("novacore-sealed-texts");
        addSerializer(PersonalText.class, new Seal<>(PersonalText.class, keys, person));
        addSerializer(EmailAddress.class, new Seal<>(EmailAddress.class, keys, person));
        addDeserializer(
                PersonalText.class,
                new Open<>(PersonalText.class, keys, PersonalText::new, nobody -> new PersonalText(ERASED)));
        addDeserializer(
                EmailAddress.class, new Open<>(EmailAddress.class, keys, EmailAddress::new, SealedTexts::noAddress));
    }

    /** One for each person, as addresses are. */
    private static EmailAddress noAddress(UserId erased) {
        return new EmailAddress(erased.value() + "@erased.invalid");
    }

    private static final class Seal<T extends SingleValue> extends StdSerializer<T> {
        private final transient PersonalKeys keys;
        private final transient Supplier<@Nullable UserId> person;

        Seal(Class<T> type, PersonalKeys keys, Supplier<@Nullable UserId> person) {
            super(type);
            this.keys = keys;
            this.person = person;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            if (value.value().isEmpty()) {
                json.writeString("");
                return;
            }
            UserId owner = person.get();
            if (owner == null) {
                throw new IllegalStateException("personal text of nobody: Person does not know what holds it");
            }
            json.writeStartObject();
            json.writeStringProperty(FOR, owner.value());
            json.writeStringProperty(SEALED, keys.seal(owner, value.value()));
            json.writeEndObject();
        }
    }

    private static final class Open<T extends SingleValue> extends StdDeserializer<T> {
        private final transient PersonalKeys keys;
        private final transient Function<String, T> read;
        private final transient Function<UserId, T> erased;

        Open(Class<T> type, PersonalKeys keys, Function<String, T> read, Function<UserId, T> erased) {
            super(type);
            this.keys = keys;
            this.read = read;
            this.erased = erased;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.START_OBJECT)) {
                return read.apply(json.getString());
            }
            JsonNode stored = context.readTree(json);
            UserId owner = new UserId(stored.path(FOR).asString());
            return keys.open(owner, stored.path(SEALED).asString()).map(read).orElseGet(() -> erased.apply(owner));
        }
    }
}
