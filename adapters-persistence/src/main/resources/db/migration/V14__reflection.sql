-- How far reflection has come with each conversation. Not derived: what was reflected on stays so when read models are
-- built again. A conversation has something to reflect on as long as its last turn ended after what is settled.
create table account.reflection (
    conversation_id text collate "C" primary key,
    owner           text collate "C" not null,
    last_turn_at    timestamptz      not null,
    reflected_to    text,
    settled_to      timestamptz,
    attempts        bigint           not null default 0,
    next_attempt_at timestamptz,
    parked_reason   text
);
create index reflection_pending on account.reflection (owner, conversation_id)
    where settled_to is null or last_turn_at > settled_to;
create index reflection_parked on account.reflection (conversation_id) where parked_reason is not null;

-- The run that is under way, on whatever node; at most one row.
create table account.reflection_run (
    single boolean     primary key default true check (single),
    run    text        not null,
    until  timestamptz not null
);
