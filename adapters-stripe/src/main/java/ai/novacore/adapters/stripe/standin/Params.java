package ai.novacore.adapters.stripe.standin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A decoded form by the names as they were sent, brackets and all: {@code items[0][price]}. */
record Params(SequencedMap<String, String> values) {

    /** @throws ApiError if it is no form */
    static Params parse(@Nullable String encoded) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Params(values);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether it was sent, also empty, by which the API takes a member away. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    String need(String name) {
        return get(name).orElseThrow(() -> ApiError.required(name));
    }

    Optional<Long> number(String name) {
        return get(name).map(value -> {
            try {
                return Long.valueOf(value);
            } catch (NumberFormatException e) {
                throw ApiError.invalid("Invalid integer: " + value, name);
            }
        });
    }

    boolean flag(String name) {
        return get(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** The entries of {@code name[…]}, as metadata is sent. */
    Map<String, String> under(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(name + "[") && key.endsWith("]")) {
                entries.put(key.substring(name.length() + 1, key.length() - 1), value);
            }
        });
        return entries;
    }

    /** The values of {@code name[]} or {@code name[0]}, {@code name[1]}… */
    List<String> list(String name) {
        return List.copyOf(under(name).values());
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid("Invalid form encoding.", null);
        }
    }
}
