package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.PageWalk;
import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.memory.MemoryShapes.Memory;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.ImportReport;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Line;
import ai.novacore.application.memory.port.in.MemoryHistoryQuery;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.out.MemoryShelfStore.Filter;
import ai.novacore.domain.shared.UserId;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Memories as files, and the history of each. */
@RestController
@RequestMapping("/api/memory")
final class MemoryFilesController {
    private static final String NDJSON = "application/x-ndjson";

    private final MemoryQuery memories;
    private final MemoryHistoryQuery histories;
    private final ImportMemoriesUseCase imports;
    private final Clock clock;

    MemoryFilesController(
            MemoryQuery memories, MemoryHistoryQuery histories, ImportMemoriesUseCase imports, Clock clock) {
        this.memories = memories;
        this.histories = histories;
        this.imports = imports;
        this.clock = clock;
    }

    /** In which form memories are exported. */
    private enum Form {
        JSON,
        NDJSON
    }

    /** All memories that count. */
    @Schema(name = "MemoryFile")
    record MemoryFile(Instant exportedAt, List<Memory> memories) {}

    /** What became of an import. */
    @Schema(name = "MemoryImport")
    record Imported(long imported, long skipped, List<LineError> errors) {
        static Imported of(ImportReport report) {
            return new Imported(
                    report.imported(),
                    report.skipped(),
                    report.errors().stream()
                            .map(fault -> new LineError(fault.number(), fault.code()))
                            .toList());
        }
    }

    /** Why a line was not imported. */
    @Schema(name = "MemoryImportError")
    record LineError(int line, String code) {}

    @GetMapping("/memories/{id}/history")
    HistoryShape history(@AuthenticationPrincipal Member member, @PathVariable String id) {
        return HistoryShape.of(histories.history(member.id(), PathIds.memory(id)));
    }

    /** Read and written page by page, however many there are. */
    @ApiResponse(
            responseCode = "200",
            description = "A file to be saved",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = MemoryFile.class)),
                @Content(mediaType = NDJSON, schema = @Schema(implementation = Memory.class))
            })
    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal Member member,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"json", "ndjson"},
                                            defaultValue = "json"))
                    @RequestParam(required = false)
                    @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        MemoryExport export = new MemoryExport(
                new PageWalk<>(page -> memories.list(member.id(), Filter.ACTIVE, page)), clock.instant());
        if (Choices.optional("format", format, Form.class) == Form.NDJSON) {
            export.ndjson(response);
        } else {
            export.json(response);
        }
    }

    /** A line of JSON for each memory; what an export has beyond that is passed over. */
    @PostMapping(
            path = "/import",
            consumes = {NDJSON, "application/ndjson", "application/jsonl"})
    Imported imported(@AuthenticationPrincipal Member member, HttpServletRequest request) throws IOException {
        return imported(member.id(), new NdjsonMemories(request.getInputStream()));
    }

    /** The file {@code conversations.json} of an export of ChatGPT; lines are its conversations. */
    @PostMapping(path = "/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    Imported importedConversations(@AuthenticationPrincipal Member member, HttpServletRequest request)
            throws IOException {
        try (ChatGptConversations conversations = new ChatGptConversations(request.getInputStream())) {
            return imported(member.id(), conversations);
        }
    }

    private Imported imported(UserId owner, Iterator<Line> lines) throws IOException {
        try {
            return Imported.of(imports.importAll(owner, lines));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
