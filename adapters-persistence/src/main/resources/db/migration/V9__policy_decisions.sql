-- What the policy decided about texts; never the texts. Facts, not derived from events: rows are added and never changed,
-- and those of a person go with the person.
create table account.policy_decision (
    id              text collate "C" primary key,
    at              timestamptz not null,
    user_id         text,
    conversation_id text,
    turn_id         text,
    direction       text        not null,
    decision        text        not null,
    -- The ids of the principles by comma, first the one that was named.
    principles      text        not null,
    policy_version  text        not null,
    judge           text        not null
);
create index policy_decision_page on account.policy_decision (at desc, id desc);
create index policy_decision_kind on account.policy_decision (decision, at desc, id desc);
create index policy_decision_user on account.policy_decision (user_id, at desc, id desc);
