package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.Attachment;
import ai.novacore.adapters.web.input.PageWalk;
import ai.novacore.adapters.web.input.StrictJson;
import ai.novacore.adapters.web.memory.MemoryShapes.Memory;
import ai.novacore.application.memory.readmodel.MemoryItem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.springframework.http.MediaType;
import tools.jackson.core.JsonGenerator;

/** Memories as a file. */
final class MemoryExport {
    private final PageWalk<MemoryItem> walk;
    private final Instant now;

    MemoryExport(PageWalk<MemoryItem> walk, Instant now) {
        this.walk = walk;
        this.now = now;
    }

    void json(HttpServletResponse response) throws IOException {
        Attachment.named("novacore-memories.json", MediaType.APPLICATION_JSON).announce(response);
        try (JsonGenerator json = StrictJson.MAPPER.createGenerator(response.getOutputStream())) {
            json.writeStartObject();
            json.writePOJOProperty("exportedAt", now);
            json.writeArrayPropertyStart("memories");
            walk.each(item -> json.writePOJO(Memory.of(item)));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** In the form that can be imported again. */
    void ndjson(HttpServletResponse response) throws IOException {
        Attachment.named("novacore-memories.ndjson", new MediaType("application", "x-ndjson"))
                .announce(response);
        OutputStream out = response.getOutputStream();
        walk.each(item -> {
            out.write(StrictJson.MAPPER.writeValueAsBytes(Memory.of(item)));
            out.write('\n');
        });
    }
}
