-- What members say about the product. Not derived from events, so that it can be really deleted.
create table account.feedback (
    id       text collate "C" primary key,
    at       timestamptz not null,
    user_id  text        not null,
    category text        not null,
    message  text        not null,
    page     text
);
create index feedback_page on account.feedback (at desc, id desc);
create index feedback_user on account.feedback (user_id);
