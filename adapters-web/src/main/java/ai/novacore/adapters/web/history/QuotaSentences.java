package ai.novacore.adapters.web.history;

import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.quota.QuotaEvent.UsageReleased;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import java.util.Locale;

/** What happened to a day's quota, in a sentence. */
final class QuotaSentences {

    private QuotaSentences() {}

    static String of(QuotaEvent event) {
        return switch (event) {
            case QuotaOpened e -> "The quota of " + e.id().day() + " was opened with " + allowance(e.allowance()) + ".";
            case UsageReserved e ->
                Words.count(e.inputTokens() + e.outputTokens(), "token") + " were reserved for a turn: "
                        + Words.count(e.inputTokens(), "token") + " in and up to "
                        + Words.count(e.outputTokens(), "token") + " out.";
            case UsageSettled e ->
                "A turn was settled at " + Words.count(e.inputTokens(), "token") + " in and "
                        + Words.count(e.outputTokens(), "token") + " out" + absorbed(e.absorbedTokens()) + ".";
            case UsageReleased e ->
                "A reservation of " + Words.count(e.inputTokens() + e.outputTokens(), "token") + " was released ("
                        + Words.code(e.reason()) + ").";
            case QuotaWarned e ->
                "The member is told that " + e.percent() + " % of the day's " + Words.name(e.resource())
                        + String.format(Locale.ROOT, " are used: %,d of %,d.", e.used(), e.limit());
            case AllowanceChanged e ->
                "The allowance changed from " + allowance(e.from()) + " to " + allowance(e.to()) + ".";
        };
    }

    private static String allowance(Allowance allowance) {
        return Words.count(allowance.messages(), "message") + " and " + Words.count(allowance.tokens(), "token")
                + " (tier " + Words.name(allowance.tier()) + ")";
    }

    private static String absorbed(long tokens) {
        return tokens == 0 ? "" : "; " + Words.count(tokens, "token") + " more than reserved are not charged";
    }
}
