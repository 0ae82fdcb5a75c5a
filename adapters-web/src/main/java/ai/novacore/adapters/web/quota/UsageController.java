package ai.novacore.adapters.web.quota;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.Moments;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.shared.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** A page of the ledger. */
    record Ledger(List<LedgerLine> items, @Nullable String nextCursor) {}

    /** One line of the ledger; {@code model} is absent when nothing was used. */
    record LedgerLine(
            Instant at,
            String turnId,
            @Nullable String model,
            long inputTokens,
            long outputTokens,

            @Schema(allowableValues = {"settled", "released"})
            String kind) {

        static LedgerLine of(LedgerEntry entry) {
            return new LedgerLine(
                    entry.at(),
                    entry.turn().value(),
                    entry.model(),
                    entry.inputTokens(),
                    entry.outputTokens(),
                    Choices.lower(entry.kind()));
        }
    }

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
        Page<LedgerEntry> page = usage.ledger(
                member.id(), Moments.optional("from", from), Moments.optional("to", to), Paging.request(cursor, limit));
        return new Ledger(page.items().stream().map(LedgerLine::of).toList(), Paging.encode(page.next()));
    }
}
