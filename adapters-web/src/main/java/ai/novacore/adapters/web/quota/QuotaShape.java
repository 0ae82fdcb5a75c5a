package ai.novacore.adapters.web.quota;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.application.quota.port.in.UsageQuery.QuotaView;
import ai.novacore.application.quota.port.in.UsageQuery.Resource;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a member has today, as the HTTP contract shows it wherever it says {@code quota}. */
@Schema(name = "Quota")
public record QuotaShape(
        String tier, Instant periodStart, Instant resetsAt, Resources resources, List<Warning> warnings) {

    /** Everything that is counted. */
    @Schema(name = "QuotaResources")
    public record Resources(Amount tokens, Amount messages, Amount memories) {}

    /** One resource in numbers. */
    @Schema(name = "QuotaAmount")
    public record Amount(long limit, long used, long reserved, long remaining) {}

    /** What the member was told about their day. */
    @Schema(name = "QuotaWarning")
    public record Warning(
            @Schema(allowableValues = {"tokens", "messages"})
            String resource,

            @Schema(allowableValues = {"80", "100"}) long percent,
            Instant at) {
        static Warning of(QuotaUsage.Warning warning) {
            return new Warning(Choices.lower(warning.resource()), warning.percent(), warning.at());
        }
    }

    public static QuotaShape of(QuotaView quota) {
        return new QuotaShape(
                Choices.lower(quota.tier()),
                quota.periodStart(),
                quota.resetsAt(),
                new Resources(amount(quota, "tokens"), amount(quota, "messages"), amount(quota, "memories")),
                quota.warnings().stream().map(Warning::of).toList());
    }

    private static Amount amount(QuotaView quota, String name) {
        Map<String, Resource> resources = quota.resources();
        Resource found = resources.get(name);
        if (found == null) {
            throw new IllegalStateException("a quota without " + name);
        }
        return new Amount(found.limit(), found.used(), found.reserved(), found.remaining());
    }
}
