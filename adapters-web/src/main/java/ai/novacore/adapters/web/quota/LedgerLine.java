package ai.novacore.adapters.web.quota;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the ledger; {@code model} is absent when nothing was used. */
public record LedgerLine(
        Instant at,
        String turnId,
        @Nullable String model,
        long inputTokens,
        long outputTokens,

        @Schema(allowableValues = {"settled", "released"}) String kind) {

    public static LedgerLine of(LedgerEntry entry) {
        return new LedgerLine(
                entry.at(),
                entry.turn().value(),
                entry.model(),
                entry.inputTokens(),
                entry.outputTokens(),
                Choices.lower(entry.kind()));
    }
}
