-- Which customer at Stripe a member is.
create table account.billing_customer (
    user_id   text collate "C" primary key,
    customer  text collate "C" not null unique,
    linked_at timestamptz      not null default now()
);

-- What Stripe sent, and what we ask of ourselves, until it is applied; the names stay, so that it is applied once. Stripe
-- waits while a row is stored, so there is no index that is not needed. An entry that is taken has a token, and may be taken
-- by others at next_attempt_at.
create table account.webhook_inbox (
    id              text collate "C" primary key,
    type            text             not null,
    customer        text collate "C",
    status          text             not null,
    created_at      timestamptz      not null,
    received_at     timestamptz      not null,
    payload         text,
    attempts        bigint           not null default 0,
    next_attempt_at timestamptz      not null,
    claim_token     text,
    reason          text,
    ended_at        timestamptz
);
create index webhook_inbox_due on account.webhook_inbox (next_attempt_at) where status = 'PENDING';
create index webhook_inbox_parked on account.webhook_inbox (received_at, id) where status = 'PARKED';
create index webhook_inbox_newest on account.webhook_inbox (received_at, id);
-- Finds what is pending of a customer, and what was said about them.
create index webhook_inbox_customer on account.webhook_inbox (customer) where status = 'PENDING' or payload is not null;
-- What we asked of ourselves, which is removed after a while.
create index webhook_inbox_asked on account.webhook_inbox (ended_at) where type = 'nova.asked';
