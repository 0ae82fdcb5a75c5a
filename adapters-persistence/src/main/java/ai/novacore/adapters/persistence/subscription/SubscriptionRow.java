package ai.novacore.adapters.persistence.subscription;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.subscription.readmodel.SubscriptionOverview;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.AppliedFacts;
import ai.novacore.domain.subscription.Billing;
import ai.novacore.domain.subscription.Billing.Grace;
import ai.novacore.domain.subscription.Billing.ScheduledTier;
import ai.novacore.domain.subscription.Subscription;
import ai.novacore.domain.subscription.Subscription.Checkout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subscription as a row, and back. */
final class SubscriptionRow {

    private SubscriptionRow() {}

    static Map<String, @Nullable Object> columns(SubscriptionOverview overview) {
        Subscription state = overview.state();
        Checkout checkout = state.checkout();
        Instant due = overview.due();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("user", overview.user().value());
        columns.put("tier", state.tier().name());
        columns.put("ended", state.ended());
        columns.put("checkoutSession", checkout == null ? null : checkout.sessionId());
        columns.put("checkoutTier", checkout == null ? null : checkout.tier().name());
        columns.put("checkoutExpiresAt", checkout == null ? null : Columns.parameter(checkout.expiresAt()));
        columns.put("dueAt", due.equals(Instant.MAX) ? null : Columns.parameter(due));
        billing(columns, state.billing());
        return columns;
    }

    private static void billing(Map<String, @Nullable Object> columns, @Nullable Billing billing) {
        Grace grace = billing == null ? null : billing.grace();
        ScheduledTier next = billing == null ? null : billing.next();
        Instant endsAt = billing == null ? null : billing.endsAt();
        columns.put("subscription", billing == null ? null : billing.subscription());
        columns.put("customer", billing == null ? null : billing.customer());
        columns.put("plan", billing == null ? null : billing.plan().name());
        columns.put("periodEnd", billing == null ? null : Columns.parameter(billing.periodEnd()));
        columns.put("graceUntil", grace == null ? null : Columns.parameter(grace.until()));
        columns.put("remindedAt", grace == null ? null : grace.remindedAt());
        columns.put("endsAt", endsAt == null ? null : Columns.parameter(endsAt));
        columns.put("paused", billing != null && billing.paused());
        columns.put("nextTier", next == null ? null : next.tier().name());
        columns.put("nextTierAt", next == null ? null : Columns.parameter(next.at()));
    }

    static SubscriptionOverview read(ResultSet row, int number) throws SQLException {
        return new SubscriptionOverview(
                new UserId(row.getString("user_id")),
                new Subscription(
                        Tier.valueOf(row.getString("tier")),
                        billing(row),
                        row.getBoolean("ended"),
                        checkout(row),
                        new AppliedFacts(List.of())));
    }

    private static @Nullable Checkout checkout(ResultSet row) throws SQLException {
        String session = row.getString("checkout_session");
        return session == null
                ? null
                : new Checkout(session, Tier.valueOf(row.getString("checkout_tier")), time(row, "checkout_expires_at"));
    }

    private static @Nullable Billing billing(ResultSet row) throws SQLException {
        String subscription = row.getString("stripe_subscription");
        return subscription == null
                ? null
                : new Billing(
                        Tier.valueOf(row.getString("plan")),
                        row.getString("stripe_customer"),
                        subscription,
                        time(row, "period_end"),
                        grace(row),
                        timeOrNull(row, "ends_at"),
                        row.getBoolean("paused"),
                        next(row),
                        List.of());
    }

    private static @Nullable Grace grace(ResultSet row) throws SQLException {
        Instant until = timeOrNull(row, "grace_until");
        return until == null ? null : new Grace(until, row.getObject("reminded_at_days", Long.class));
    }

    private static @Nullable ScheduledTier next(ResultSet row) throws SQLException {
        String tier = row.getString("next_tier");
        return tier == null ? null : new ScheduledTier(Tier.valueOf(tier), time(row, "next_tier_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
