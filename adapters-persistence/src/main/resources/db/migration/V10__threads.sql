-- How turns ended, and what their owner said to the answer.
alter table readmodel.conversation_turn
    add column finish_reason  text,
    add column failure        text,
    add column rating_comment text,
    drop column folded_text;

alter table readmodel.conversation drop column folded_title;

-- The words that conversations are found by: a row for the title, where part is empty, and one for each turn. Java takes
-- the texts apart, so that the search does not depend on the database's locale, and puts a mark of the owner in front of
-- each word, so that a search reads one person's part of the index only.
create table readmodel.conversation_words (
    conversation_id text collate "C" not null,
    part            text collate "C" not null,
    owner           text             not null,
    words           tsvector         not null,
    primary key (conversation_id, part)
);
create index conversation_words_found on readmodel.conversation_words using gin (words);
create index conversation_words_owner on readmodel.conversation_words (owner);

-- What a person was told about their day.
create table readmodel.quota_warning (
    quota_id text collate "C" not null,
    resource text             not null,
    percent  bigint           not null,
    at       timestamptz      not null,
    primary key (quota_id, resource, percent)
);

-- How turns ended and which words are in them is in the events: conversations are read from the first one again.
truncate readmodel.conversation, readmodel.conversation_turn;
delete from eventstore.token where processor_name = 'conversation-threads';
delete from eventstore.dead_letter where processing_group = 'conversation-threads';
