-- A session is kept by itself, so that it can be shown to its owner and ended at one place; its tokens go with it.
create table account.session (
    id           text primary key,
    user_id      text        not null,
    user_agent   text        not null,
    begun_at     timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz
);
create index session_owner on account.session (user_id);
create index session_expiry on account.session (expires_at);

insert into account.session (id, user_id, user_agent, begun_at, last_used_at, expires_at, ended_at)
select session, min(user_id), '', min(issued_at), max(coalesce(used_at, issued_at)), max(expires_at), max(revoked_at)
from account.refresh_token
group by session;

alter table account.refresh_token
    drop column user_id,
    drop column issued_at,
    drop column revoked_at,
    add foreign key (session) references account.session (id) on delete cascade;

-- The one token with which a person can choose their password anew, by its SHA-256.
create table account.password_reset (
    user_id    text primary key,
    token_hash text        not null unique,
    expires_at timestamptz not null
);
create index password_reset_expiry on account.password_reset (expires_at);

alter table readmodel.account add column standing text not null default 'ACTIVE';
update readmodel.account set standing = 'SUSPENDED' where suspended;
alter table readmodel.account drop column suspended;
alter table readmodel.account alter column standing drop default;
