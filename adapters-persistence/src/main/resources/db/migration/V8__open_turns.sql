-- The turns that are being answered, with what has been said so far: written with the transactions that begin and end a
-- turn, so that a row is here exactly as long as the turn is open in the log. Not derived.
create table account.open_turn (
    turn_id         text primary key,
    conversation_id text        not null,
    owner           text        not null,
    quota_day       date        not null,
    model           text        not null,
    node            text        not null,
    estimated_input bigint      not null,
    reply           text        not null default '',
    pieces          bigint      not null default 0,
    stop_asked      boolean     not null default false,
    opened_at       timestamptz not null default now()
) with (fillfactor = 50);
create index open_turn_owner on account.open_turn (owner);

-- Those that were open when this was introduced; a sweep ends them.
insert into account.open_turn (turn_id, conversation_id, owner, quota_day, model, node, estimated_input, opened_at)
select turn_id, conversation_id, owner, (started_at at time zone 'UTC')::date, model, node,
       octet_length(prompt) / 3 + 1, started_at
from readmodel.conversation_turn
where status = 'STARTED';

drop index readmodel.conversation_turn_open;

-- The keys by which clients tell that a question is one that they have asked before.
create table account.idempotency_key (
    user_id     text        not null,
    key         text        not null,
    fingerprint text        not null,
    turn_id     text        not null,
    claimed_at  timestamptz not null,
    primary key (user_id, key)
);
create index idempotency_key_age on account.idempotency_key (claimed_at);
