-- What screens and searches read. All of it is derived from the event log: every table of this schema can be
-- truncated and comes back by a replay (readmodel.derived_table names them). No truth may be kept here.
--
-- Ids are compared byte by byte (collate "C"), as Java compares them, so that pages break at the same place everywhere.
create schema readmodel;

create table readmodel.account (
    user_id           text collate "C" primary key,
    email             text        not null,
    display_name      text        not null,
    email_verified_at timestamptz,
    tier              text        not null,
    roles             text        not null, -- JSON
    suspended         boolean     not null,
    created_at        timestamptz not null
);

create table readmodel.quota_usage (
    quota_id          text collate "C" primary key,
    tier              text   not null,
    message_limit     bigint not null,
    token_limit       bigint not null,
    used_tokens       bigint not null,
    used_messages     bigint not null,
    reserved_tokens   bigint not null,
    reserved_messages bigint not null
);

-- Kept after they have ended, so that a reservation that is told twice is counted once.
create table readmodel.quota_reservation (
    quota_id text collate "C" not null,
    turn_id  text collate "C" not null,
    tokens   bigint           not null,
    ended    boolean          not null,
    primary key (quota_id, turn_id)
);

create table readmodel.usage_ledger (
    turn_id       text collate "C" primary key,
    user_id       text        not null,
    at            timestamptz not null,
    model         text,
    input_tokens  bigint      not null,
    output_tokens bigint      not null,
    kind          text        not null
);
create index usage_ledger_page on readmodel.usage_ledger (user_id, at desc, turn_id desc);

-- The folded columns are what is searched: in lower case by Java's rules, whatever the database's locale is.
create table readmodel.conversation (
    conversation_id text collate "C" primary key,
    owner           text        not null,
    title           text        not null,
    folded_title    text        not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    turn_count      bigint      not null
);
create index conversation_page on readmodel.conversation (owner, updated_at desc, conversation_id desc);

create table readmodel.conversation_turn (
    turn_id         text collate "C" primary key,
    conversation_id text collate "C" not null,
    owner           text             not null,
    prompt          text             not null,
    reply           text,
    folded_text     text             not null,
    status          text             not null,
    model           text             not null,
    node            text             not null,
    input_tokens    bigint,
    output_tokens   bigint,
    memories_used   text             not null, -- JSON
    rating          text,
    started_at      timestamptz      not null,
    ended_at        timestamptz
);
create index conversation_turn_thread on readmodel.conversation_turn (conversation_id, started_at, turn_id);
create index conversation_turn_open on readmodel.conversation_turn (started_at, turn_id) where status = 'STARTED';

create table readmodel.memory_shelf (
    memory_id        text collate "C" primary key,
    owner            text             not null,
    tier             text             not null,
    kind             text             not null,
    content          text             not null,
    importance       double precision not null,
    created_at       timestamptz      not null,
    occurred_at      timestamptz      not null,
    last_recalled_at timestamptz,
    evidence         text             not null, -- JSON
    active           boolean          not null
);
create index memory_shelf_page on readmodel.memory_shelf (owner, created_at desc, memory_id desc) where active;
create index memory_shelf_count on readmodel.memory_shelf (owner, tier) where active;

-- The vector is 32-bit floats in big-endian order. A tsvector has an upper size, hence the cut.
create table readmodel.memory_index (
    memory_id text collate "C" primary key,
    owner     text  not null,
    tier      text  not null,
    text      text  not null,
    words     tsvector generated always as (to_tsvector('english', left(text, 100000))) stored,
    model     text  not null,
    vector    bytea not null
);
create index memory_index_owner on readmodel.memory_index (owner, memory_id desc);
create index memory_index_words on readmodel.memory_index using gin (words);

-- "This or that", for as many words as there are.
create aggregate readmodel.any_of (tsquery) (sfunc = tsquery_or, stype = tsquery);

create view readmodel.derived_table as
select table_name::text
from information_schema.tables
where table_schema = 'readmodel' and table_type = 'BASE TABLE'
order by table_name;
