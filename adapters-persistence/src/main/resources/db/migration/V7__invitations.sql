-- Who was invited, and what came of it. Not derived from events, so that an address can be really deleted.
create table account.invitation (
    id            text collate "C" primary key,
    email         text        not null unique,
    status        text        not null,
    reason        text,
    invited_by    text        not null,
    invited_at    timestamptz not null,
    sent_at       timestamptz,
    user_id       text,
    registered_at timestamptz
);
create index invitation_page on account.invitation (invited_at desc, id desc);
create index invitation_user on account.invitation (user_id);
