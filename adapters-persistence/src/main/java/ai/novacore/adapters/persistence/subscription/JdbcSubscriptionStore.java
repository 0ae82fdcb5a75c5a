package ai.novacore.adapters.persistence.subscription;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.subscription.port.out.SubscriptionStore;
import ai.novacore.application.subscription.readmodel.SubscriptionOverview;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcSubscriptionStore implements SubscriptionStore {
    private final JdbcClient jdbc;

    JdbcSubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<SubscriptionOverview> find(UserId user) {
        return jdbc.sql("select * from subscription where user_id = :user")
                .param("user", user.value())
                .query(SubscriptionRow::read)
                .optional();
    }

    @Override
    public void save(SubscriptionOverview overview) {
        jdbc.sql("""
                insert into subscription (user_id, tier, ended, checkout_session, checkout_tier,
                    checkout_expires_at, stripe_subscription, stripe_customer, plan, period_end, grace_until,
                    reminded_at_days, ends_at, paused, next_tier, next_tier_at, due_at)
                values (:user, :tier, :ended, :checkoutSession, :checkoutTier, :checkoutExpiresAt, :subscription,
                    :customer, :plan, :periodEnd, :graceUntil, :remindedAt, :endsAt, :paused, :nextTier, :nextTierAt,
                    :dueAt)
                on conflict (user_id) do update set
                    tier = excluded.tier, ended = excluded.ended, checkout_session = excluded.checkout_session,
                    checkout_tier = excluded.checkout_tier, checkout_expires_at = excluded.checkout_expires_at,
                    stripe_subscription = excluded.stripe_subscription, stripe_customer = excluded.stripe_customer,
                    plan = excluded.plan, period_end = excluded.period_end, grace_until = excluded.grace_until,
                    reminded_at_days = excluded.reminded_at_days, ends_at = excluded.ends_at,
                    paused = excluded.paused, next_tier = excluded.next_tier, next_tier_at = excluded.next_tier_at,
                    due_at = excluded.due_at""").params(SubscriptionRow.columns(overview)).update();
    }

    @Override
    public void remove(UserId user) {
        jdbc.sql("delete from subscription where user_id = :user")
                .param("user", user.value())
                .update();
    }

    @Override
    public List<UserId> due(Instant now, int limit) {
        return jdbc.sql("""
                select user_id from subscription
                where due_at <= :now order by due_at, user_id limit :limit""")
                .param("now", Columns.parameter(now))
                .param("limit", limit)
                .query((row, number) -> new UserId(row.getString(1)))
                .list();
    }

    @Override
    public List<SubscriptionOverview> running(@Nullable UserId after, int limit) {
        return jdbc.sql("""
                select * from subscription
                where stripe_subscription is not null and user_id > :after order by user_id limit :limit""")
                .param("after", after == null ? "" : after.value())
                .param("limit", limit)
                .query(SubscriptionRow::read)
                .list();
    }
}
