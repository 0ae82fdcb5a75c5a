-- Lets nodes keep the vectors of a person in memory and read only what has changed. Each person's index has a version that
-- grows with every entry that is put into it, and an epoch that is another one as soon as something was taken out of it,
-- also by emptying the tables: epochs come from a sequence that nothing sets back.
create sequence readmodel.memory_index_epoch;

create table readmodel.memory_index_state (
    owner   text collate "C" primary key,
    epoch   bigint not null,
    version bigint not null
);

alter table readmodel.memory_index add column version bigint not null default 0;

insert into readmodel.memory_index_state (owner, epoch, version)
select owner, nextval('readmodel.memory_index_epoch'), 0
from (select distinct owner from readmodel.memory_index) owners;

drop index readmodel.memory_index_owner;
create index memory_index_changes on readmodel.memory_index (owner, version);
