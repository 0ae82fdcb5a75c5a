package ai.novacore.adapters.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web app's types come from {@code ui/openapi.json}, which is what the product says of itself. So a route or field that
 * changes fails the build until the file is approved anew, and then wherever the app still counts on the old one.
 */
class TypingTheWebApp {
    private static final boolean APPROVE = Boolean.getBoolean("nova.approve");
    private static final Path FILE = Path.of("ui/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .build();

    @Test
    void describesWhatTheServerDoes() throws IOException {
        String now = description();
        if (APPROVE) {
            Files.writeString(FILE, now);
        }

        assertThat(Files.readString(FILE))
                .as("The description has changed: run this test once with -Dnova.approve=true, look at the difference,"
                        + " see that the web app still compiles, and commit it")
                .isEqualTo(now);
    }

    /** In an order of its own, and without the address that the server happens to have. */
    @SuppressWarnings("unchecked")
    private static String description() {
        Map<String, Object> all =
                JSON.readValue(Http.stranger().get("/openapi.json").text(), Map.class);
        all.remove("servers");
        return JSON.writeValueAsString(all) + "\n";
    }
}
