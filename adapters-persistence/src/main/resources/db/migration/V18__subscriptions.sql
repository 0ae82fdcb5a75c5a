-- How the subscription of each person stands, for the jobs that look at all of them. Derived.
create table readmodel.subscription (
    user_id             text collate "C" primary key,
    tier                text             not null,
    ended               boolean          not null,
    checkout_session    text,
    checkout_tier       text,
    checkout_expires_at timestamptz,
    stripe_subscription text collate "C",
    stripe_customer     text collate "C",
    plan                text,
    period_end          timestamptz,
    grace_until         timestamptz,
    reminded_at_days    bigint,
    ends_at             timestamptz,
    paused              boolean          not null,
    next_tier           text,
    next_tier_at        timestamptz,
    due_at              timestamptz
);
create index subscription_due on readmodel.subscription (due_at) where due_at is not null;
create index subscription_running on readmodel.subscription (user_id) where stripe_subscription is not null;

-- What comparisons with Stripe found. Not derived.
create table account.billing_reconciliation (
    id          text collate "C" primary key,
    started_at  timestamptz not null,
    ended_at    timestamptz not null,
    checked     bigint      not null,
    differing   bigint      not null,
    differences text        not null,
    failure     text
);

-- The planner samples values: none of what Stripe says about people.
alter table account.webhook_inbox alter column payload set statistics 0;
