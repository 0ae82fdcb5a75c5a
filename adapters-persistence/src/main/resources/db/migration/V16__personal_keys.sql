-- A key for every person, under which the log keeps what is personal; itself wrapped by the master key that wrapped_by
-- names. Without a key the row stays, so that nobody is ever given a second one. See docs/adr/0014.
create table eventstore.personal_key (
    person       text collate "C" primary key,
    wrapped_key  text,
    wrapped_by   text,
    created_at   timestamptz not null default now(),
    destroyed_at timestamptz,
    constraint destroyed_or_wrapped check (
        (wrapped_key is null) = (destroyed_at is not null) and (wrapped_key is null) = (wrapped_by is null))
-- What was destroyed is to leave the table's pages soon, not when a fifth of the table has changed.
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0);
create index personal_key_master on eventstore.personal_key (wrapped_by);

-- The master key of an installation for one person's machine that was told of a database and of no key.
create table eventstore.local_data_key (
    id  boolean primary key default true check (id),
    key text not null
);

-- Snapshots from before are made again from the events, and sealed then.
delete from eventstore.snapshot where stream_type in ('user', 'conversation', 'memory');

-- The planner's statistics hold values of columns, and hold them after the rows are gone. They are of no use for texts.
do $$
declare
    texts record;
begin
    for texts in
        select table_schema, table_name, column_name
        from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema in ('account', 'readmodel') and table_type = 'BASE TABLE'
          and column_name in ('email', 'display_name', 'user_agent', 'title', 'prompt', 'reply', 'rating_comment', 'content',
                              'text', 'words')
    loop
        execute format('alter table %I.%I alter column %I set statistics 0',
                       texts.table_schema, texts.table_name, texts.column_name);
    end loop;
end
$$;
