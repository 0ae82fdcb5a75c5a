package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.StrictJson;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Entry;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Fault;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Line;
import ai.novacore.domain.memory.MemoryKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The lines of an NDJSON body as memories. Empty lines are passed over, and count as lines. */
final class NdjsonMemories implements Iterator<Line> {
    /** The longest memory has 8,000 characters, of which JSON makes six bytes each at the most; and what is around it. */
    static final int LONGEST_LINE = 65_536;

    private static final Instant EARLIEST = Instant.EPOCH;

    private final BoundedLines lines;
    private int number;
    private @Nullable Line ahead;

    NdjsonMemories(InputStream body) {
        lines = new BoundedLines(new BufferedInputStream(body), LONGEST_LINE);
    }

    @Override
    public boolean hasNext() {
        while (ahead == null) {
            BoundedLines.Line line = read();
            if (line == null) {
                return false;
            }
            number++;
            String text = line.text();
            if (text == null) {
                ahead = new Fault(number, line.tooLong() ? "line_too_long" : "invalid_json");
            } else if (!text.isBlank()) {
                ahead = parsed(text);
            }
        }
        return true;
    }

    @Override
    public Line next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        Line line = ahead;
        ahead = null;
        return line;
    }

    private BoundedLines.@Nullable Line read() {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Line parsed(String text) {
        JsonNode line;
        try {
            line = StrictJson.MAPPER.readTree(text);
        } catch (JacksonException e) {
            return new Fault(number, "invalid_json");
        }
        if (!line.isObject()) {
            return new Fault(number, "invalid_json");
        }
        if (!line.path("content").isString()) {
            return new Fault(number, "invalid_content");
        }
        MemoryKind kind = kind(line.path("kind"));
        if (kind == null) {
            return new Fault(number, "invalid_kind");
        }
        if (!isTextOrAbsent(line.path("thread"))) {
            return new Fault(number, "invalid_thread");
        }
        try {
            return new Entry(
                    number,
                    line.path("content").asString(),
                    kind,
                    moment(line.path("occurredAt")),
                    isAbsent(line.path("thread")) ? null : line.path("thread").asString());
        } catch (DateTimeException e) {
            return new Fault(number, "invalid_occurred_at");
        }
    }

    private static @Nullable MemoryKind kind(JsonNode value) {
        if (isAbsent(value)) {
            return MemoryKind.NOTE;
        }
        try {
            return value.isString() ? MemoryKind.valueOf(value.asString().toUpperCase(Locale.ROOT)) : null;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static @Nullable Instant moment(JsonNode value) {
        if (isAbsent(value)) {
            return null;
        }
        Instant moment =
                OffsetDateTime.parse(value.isString() ? value.asString() : "").toInstant();
        if (moment.isBefore(EARLIEST)) {
            throw new DateTimeException("before " + EARLIEST);
        }
        return moment;
    }

    private static boolean isTextOrAbsent(JsonNode value) {
        return value.isString() || isAbsent(value);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
