-- How far distillation has come. Facts, not derived from events: a run that is not over goes on where it was.
create table account.distillation_run (
    run_id     text collate "C" primary key,
    started_at timestamptz not null,
    ended_at   timestamptz,
    -- The last member that was planned or given up; nobody once it is over.
    cursor     text,
    held_by    text        not null,
    held_until timestamptz not null,
    processed  bigint      not null default 0,
    promoted   bigint      not null default 0,
    merged     bigint      not null default 0,
    expired    bigint      not null default 0,
    failed     bigint      not null default 0
);

-- One at a time, over all nodes.
create unique index distillation_run_unfinished on account.distillation_run ((ended_at is null)) where ended_at is null;

-- What is planned and not done yet; of no more than one member at a time.
create table account.distillation_batch (
    run_id   text collate "C" not null,
    position bigint           not null,
    owner    text             not null,
    steps    text             not null, -- JSON
    primary key (run_id, position)
);

-- The reason is the kind and the place of a failure, never its message.
create table account.distillation_failure (
    run_id text collate "C" not null,
    owner  text             not null,
    reason text             not null,
    at     timestamptz      not null,
    primary key (run_id, owner)
);

-- What the workers changed, and what of it was taken back.
create table readmodel.memory_run_change (
    run_id    text collate "C" not null,
    memory_id text collate "C" not null,
    kind      text             not null,
    owner     text             not null,
    undone    boolean          not null default false,
    primary key (run_id, memory_id, kind)
);
create index memory_run_change_memory on readmodel.memory_run_change (memory_id);
create index memory_run_change_undone on readmodel.memory_run_change (owner) where undone;
create index memory_run_change_owner on readmodel.memory_run_change (run_id, owner, memory_id);

create table readmodel.memory_run (
    run_id     text collate "C" not null,
    owner      text             not null,
    worker     text             not null,
    at         timestamptz      not null,
    promoted   bigint           not null,
    merged     bigint           not null,
    superseded bigint           not null,
    expired    bigint           not null,
    stored     bigint           not null,
    undone     bigint           not null,
    primary key (run_id, owner)
);
create index memory_run_page on readmodel.memory_run (owner, at desc, run_id desc);

-- A member's memories are gone through in the order of their ids, page by page.
create index memory_shelf_ids on readmodel.memory_shelf (owner, memory_id);
