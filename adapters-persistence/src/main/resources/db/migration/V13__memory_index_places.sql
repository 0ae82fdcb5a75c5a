-- Words are no longer searched for by the database but in the memory of each node. What is told by time, by importance and
-- by what was said around it comes with the entry; position orders what was said at the same time. An entry that was taken
-- out of the search is kept without its text, so that nodes learn of it by its version as of every other change.
alter table readmodel.memory_index drop column words;
drop aggregate readmodel.any_of (tsquery);

alter table readmodel.memory_index
    add column importance  double precision not null default 0.5,
    add column occurred_at timestamptz,
    add column thread      text,
    add column position    bigint not null default 0;

update readmodel.memory_index indexed
set importance = shelf.importance, occurred_at = shelf.occurred_at, thread = shelf.thread
from readmodel.memory_shelf shelf
where shelf.memory_id = indexed.memory_id;

update readmodel.memory_index indexed
set position = ordered.place
from (select memory_id, row_number() over (partition by owner order by version, memory_id) as place
      from readmodel.memory_index) ordered
where ordered.memory_id = indexed.memory_id;

update readmodel.memory_index set occurred_at = now() where occurred_at is null;
alter table readmodel.memory_index alter column occurred_at set not null, alter column importance drop default;
