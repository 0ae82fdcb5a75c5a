-- What a memory stands for is more than active or not: what is superseded can be read, of what is forgotten no text stays
-- here, and both can be taken back.
alter table readmodel.memory_shelf
    add column thread        text,
    add column recalls       bigint  not null default 0,
    add column status        text,
    add column superseded_by text collate "C";

update readmodel.memory_shelf
set status  = case when active then 'ACTIVE' else 'FORGOTTEN' end,
    content = case when active then content else '' end;

drop index readmodel.memory_shelf_page;
drop index readmodel.memory_shelf_count;
alter table readmodel.memory_shelf drop column active, alter column status set not null;
create index memory_shelf_page on readmodel.memory_shelf (owner, status, created_at desc, memory_id desc);
create index memory_shelf_count on readmodel.memory_shelf (owner, tier) where status = 'ACTIVE';
