package ai.novacore.adapters.web.quota;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.Moments;
import ai.novacore.adapters.web.input.PageWalk;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.shared.Page;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a member used, and what is left. */
@RestController
@RequestMapping("/api/usage")
final class UsageController {
    private final UsageQuery usage;

    UsageController(UsageQuery usage) {
        this.usage = usage;
    }

    /** From when to when lines of the ledger are wanted; absent where there is no bound. */
    private record Period(@Nullable Instant from, @Nullable Instant to) {
        static Period of(@Nullable String from, @Nullable String to) {
            Instant first = Moments.optional("from", from);
            Instant end = Moments.optional("to", to);
            if (first != null && end != null && !first.isBefore(end)) {
                throw Refused.field("to", "must be after from");
            }
            return new Period(first, end);
        }
    }

    /** In which form the ledger is exported. */
    private enum Form {
        CSV,
        JSON
    }

    /** A page of the ledger. */
    record Ledger(List<LedgerLine> items, @Nullable String nextCursor) {}

    @GetMapping("/quota")
    QuotaShape quota(@AuthenticationPrincipal Member member) {
        return QuotaShape.of(usage.quota(member.id()));
    }

    @GetMapping("/ledger")
    Ledger ledger(
            @AuthenticationPrincipal Member member,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Period period = Period.of(from, to);
        Page<LedgerEntry> page = usage.ledger(member.id(), period.from(), period.to(), Paging.request(cursor, limit));
        return new Ledger(page.items().stream().map(LedgerLine::of).toList(), Paging.encode(page.next()));
    }

    /** Read and written page by page, however long the ledger is. */
    @ApiResponse(
            responseCode = "200",
            description = "A file to be saved",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = LedgerFile.class))
            })
    @GetMapping("/ledger/export")
    void export(
            @AuthenticationPrincipal Member member,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"csv", "json"},
                                            defaultValue = "csv"))
                    @RequestParam(required = false)
                    @Nullable String format,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        Form form = Choices.optional("format", format, Form.class);
        Period period = Period.of(from, to);
        LedgerExport export = new LedgerExport(
                new PageWalk<>(request -> usage.ledger(member.id(), period.from(), period.to(), request)));
        if (form == Form.JSON) {
            export.json(response);
        } else {
            export.csv(response);
        }
    }

    /** The whole ledger. */
    record LedgerFile(List<LedgerLine> items) {}
}
