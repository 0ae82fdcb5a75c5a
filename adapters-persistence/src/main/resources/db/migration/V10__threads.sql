-- How turns ended, and what their owner said to the answer.
alter table readmodel.conversation_turn
    add column finish_reason  text,
    add column failure        text,
    add column rating_comment text;

-- Answers that reached their cap are known as such after a replay only.
update readmodel.conversation_turn set finish_reason = 'STOP' where status = 'COMPLETED';
