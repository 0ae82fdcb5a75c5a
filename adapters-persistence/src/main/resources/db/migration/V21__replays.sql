-- Read models that were built anew beside those that are read. Facts, not derived from events.
create table account.replay (
    id                  text collate "C" primary key,
    processor           text        not null,
    swap_when_different boolean     not null,
    asked_by            text        not null,
    asked_at            timestamptz not null,
    status              text        not null,
    node                text,
    attempt             bigint      not null default 0,
    events_done         bigint      not null default 0,
    events_total        bigint      not null default 0,
    started_at          timestamptz,
    ended_at            timestamptz,
    differences         text        not null default '[]', -- JSON; keys of rows, never what is in them
    readers_waited      bigint, -- milliseconds
    failure             text
);
create index replay_latest on account.replay (processor, asked_at desc, id desc);
-- One at a time of a projection, over all nodes.
create unique index replay_unfinished on account.replay (processor) where ended_at is null;

-- The events that somebody decided not to handle any more. What they say is in the log.
create table account.discarded_letter (
    id           text collate "C" primary key,
    processor    text        not null,
    event_id     text        not null,
    event_type   text        not null,
    aggregate    text,
    sequence     bigint,
    cause_type   text,
    enqueued_at  timestamptz not null,
    discarded_at timestamptz not null,
    discarded_by text        not null,
    reason       text        not null
);
create index discarded_letter_page on account.discarded_letter (discarded_at desc, id desc);

-- Letters are listed from the newest on.
create index dead_letter_page on eventstore.dead_letter (enqueued_at desc, dead_letter_id desc);
