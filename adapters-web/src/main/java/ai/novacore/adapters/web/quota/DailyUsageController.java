package ai.novacore.adapters.web.quota;

import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.application.quota.readmodel.DailyUsage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a member used day by day, for a chart. */
@RestController
final class DailyUsageController {
    private final UsageQuery usage;
    private final Clock clock;

    DailyUsageController(UsageQuery usage, Clock clock) {
        this.usage = usage;
        this.clock = clock;
    }

    /** Every day of the range, earliest first. */
    @Schema(name = "DailyUsage")
    record Days(List<Day> items) {}

    /** What the settled lines of the ledger add up to on a day of UTC. */
    @Schema(name = "UsageDay")
    record Day(LocalDate day, long inputTokens, long outputTokens, long turns) {
        static Day of(DailyUsage usage) {
            return new Day(usage.day(), usage.inputTokens(), usage.outputTokens(), usage.turns());
        }
    }

    @GetMapping("/api/usage/daily")
    Days daily(
            @AuthenticationPrincipal Member member,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        DayRange range = DayRange.of(from, to, clock.instant());
        return new Days(usage.daily(member.id(), range.from(), range.to()).stream()
                .map(Day::of)
                .toList());
    }
}
