-- The log and everything that Axon keeps beside it. See docs/adr/0003.
create schema eventstore;

create table eventstore.event (
    position       bigint generated always as identity primary key,
    -- At least the id of the transaction, and at least of every transaction that had ended when it was appended: events
    -- of one stream therefore never swap places, and whatever is still to be committed comes later than this.
    horizon        xid8        not null default greatest(pg_current_xact_id(), pg_snapshot_xmax(pg_current_snapshot())),
    event_id       uuid        not null,
    stream         text        not null,
    stream_type    text        not null,
    sequence       bigint      not null,
    type           text        not null,
    payload        json        not null,
    metadata       json        not null,
    recorded_at    timestamptz not null,
    constraint one_event_a_place unique (stream, sequence)
);

create index event_in_order on eventstore.event (horizon, position);
create index event_of_request on eventstore.event ((metadata ->> 'correlationId'));

comment on table eventstore.event is 'What happened, append-only. type is name/version; payload is its JSON.';

create table eventstore.snapshot (
    stream      text        not null primary key,
    stream_type text        not null,
    sequence    bigint      not null,
    type        text        not null,
    event_id    uuid        not null,
    payload     json        not null,
    metadata    json        not null,
    recorded_at timestamptz not null
);

create table eventstore.token (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    claimed_at     text,
    owner          text,
    primary key (processor_name, segment)
);

create table eventstore.saga (
    saga_id         text  not null primary key,
    revision        text,
    saga_type       text,
    serialized_saga bytea
);

create table eventstore.saga_association (
    id                bigint generated always as identity primary key,
    association_key   text,
    association_value text,
    saga_id           text,
    saga_type         text
);

create index saga_by_association on eventstore.saga_association (association_key, association_value, saga_type);
create index association_by_saga on eventstore.saga_association (saga_id, saga_type);

create table eventstore.dead_letter (
    dead_letter_id       text   not null primary key,
    processing_group     text   not null,
    sequence_identifier  text   not null,
    sequence_index       bigint not null,
    message_type         text   not null,
    event_identifier     text   not null,
    time_stamp           text   not null,
    payload_type         text   not null,
    payload_revision     text,
    payload              bytea  not null,
    meta_data            bytea,
    aggregate_type       text,
    aggregate_identifier text,
    sequence_number      bigint,
    token_type           text,
    token                bytea,
    enqueued_at          text   not null,
    last_touched         text,
    processing_started   text,
    cause_type           text,
    cause_message        text,
    diagnostics          bytea,
    constraint one_letter_a_place unique (processing_group, sequence_identifier, sequence_index)
);
