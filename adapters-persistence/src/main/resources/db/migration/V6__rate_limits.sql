-- Buckets of rate limits that are not full at the moment. The id is a hash, so that nobody can read whose bucket it is;
-- the state is Bucket4j's. Unlogged: written at every request, and worth nothing after a crash.
create unlogged table account.rate_limit (
    id      bigint primary key,
    state   bytea,
    -- Milliseconds since 1970: when the bucket is full again, and the row not needed any more.
    full_at bigint
);
create index rate_limit_full on account.rate_limit (full_at);
