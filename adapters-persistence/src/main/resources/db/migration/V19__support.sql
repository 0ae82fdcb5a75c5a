-- Whose event it is, so that what happened to a person can be read without going through the whole log.
alter table eventstore.event
    add column person text generated always as (
        case stream_type
            when 'user' then stream
            -- quota_<user>_<yyyy-mm-dd>
            when 'quota' then substring(stream from 7 for length(stream) - 17)
            else coalesce(payload ->> 'owner', payload ->> 'user')
        end) stored;
create index event_of_person on eventstore.event (person, recorded_at, position);

-- Who of the staff looked at what, and why. Facts, not derived from events: rows are added and never changed, except that
-- the reasons of looks at a person are emptied with the person.
create table account.support_look (
    id             text collate "C" primary key,
    at             timestamptz not null,
    staff          text        not null,
    action         text        not null,
    target         text        not null,
    person         text,
    reason         text        not null,
    unmasked       boolean     not null,
    correlation_id text        not null
);
create index support_look_page on account.support_look (at desc, id desc);
create index support_look_person on account.support_look (person, at desc, id desc);
