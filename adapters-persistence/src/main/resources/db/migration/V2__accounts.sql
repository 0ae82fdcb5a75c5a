-- Truth that is not in the event log, because it must be possible to really delete it (passwords, tokens),
-- because it keeps something unique (addresses), or because it is of the moment (leases).
create schema account;

create table account.email_registry (
    email   text primary key,
    user_id text not null
);
create index email_registry_user on account.email_registry (user_id);

create table account.credential (
    user_id       text primary key,
    password_hash text not null
);

-- Tokens are kept by their SHA-256 only.
create table account.refresh_token (
    token_hash text primary key,
    user_id    text        not null,
    session    text        not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz
);
create index refresh_token_session on account.refresh_token (session);
create index refresh_token_user on account.refresh_token (user_id);
create index refresh_token_expiry on account.refresh_token (expires_at);

create table account.verification_token (
    token_hash text primary key,
    user_id    text not null
);
create index verification_token_user on account.verification_token (user_id);

create table account.node_lease (
    node       text primary key,
    expires_at timestamptz not null
);
