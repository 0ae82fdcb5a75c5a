package ai.novacore.application.axon;

import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.application.support.port.out.HistoryJson;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.SingleValue;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Shows what the backbone stores in the form in which it is stored, with what is sealed there open, or masked. */
public final class MaskingJson implements HistoryJson {
    private static final JsonMapper OPEN = mapper(new DomainJson());
    private static final JsonMapper MASKED = mapper(new DomainJson(), new MaskPersonal());
    private static final JsonMapper PLAIN = JsonMapper.builder().build();

    private final PersonalKeys keys;

    public MaskingJson(PersonalKeys keys) {
        this.keys = keys;
    }

    private static JsonMapper mapper(SimpleModule... modules) {
        return JsonMapper.builder()
                .addModules(modules)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    /** A text of which only the length is told. */
    static String masked(String text) {
        int characters = text.codePointCount(0, text.length());
        return "[masked: " + characters + (characters == 1 ? " character]" : " characters]");
    }

    @Override
    public String text(PersonalText text, boolean unmasked) {
        return unmasked ? text.value() : masked(text.value());
    }

    @Override
    public Object event(DomainEvent event, boolean unmasked) {
        return tree(unmasked ? OPEN : MASKED, event);
    }

    @Override
    public Object state(Object state, boolean unmasked) {
        return tree(unmasked ? OPEN : MASKED, state);
    }

    private static Object tree(JsonMapper mapper, Object value) {
        return mapper.convertValue(value, Map.class);
    }

    @Override
    public Object stored(String stored, boolean unmasked) {
        Object tree = PLAIN.readValue(stored, Object.class);
        Object shown = shown(tree, unmasked ? UnaryOperator.identity() : MaskingJson::masked);
        return shown == null ? Map.of() : shown;
    }

    private @Nullable Object shown(@Nullable Object tree, UnaryOperator<String> text) {
        return switch (tree) {
            case Map<?, ?> sealed
            when sealed.keySet().equals(SealedTexts.FORM) ->
                text.apply(keys.open(
                                new UserId(String.valueOf(sealed.get(SealedTexts.FOR))),
                                String.valueOf(sealed.get(SealedTexts.SEALED)))
                        .orElse(SealedTexts.ERASED));
            case Map<?, ?> fields -> {
                Map<Object, @Nullable Object> shown = new LinkedHashMap<>();
                fields.forEach((key, value) -> shown.put(key, shown(value, text)));
                yield shown;
            }
            case List<?> items -> items.stream().map(item -> shown(item, text)).toList();
            case String value -> text.apply(value);
            case null, default -> tree;
        };
    }

    private static final class MaskPersonal extends SimpleModule {
        private static final long serialVersionUID = 1L;

        MaskPersonal() {
            super("novacore-masked");
            addSerializer(PersonalText.class, new Mask<>(PersonalText.class));
            addSerializer(EmailAddress.class, new Mask<>(EmailAddress.class));
        }
    }

    private static final class Mask<T extends SingleValue> extends StdSerializer<T> {
        Mask(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(masked(value.value()));
        }
    }
}
