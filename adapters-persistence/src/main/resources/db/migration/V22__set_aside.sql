-- The turn that took the place of this one; empty while it is in force. No event of today says so of any turn that is
-- here already, so nothing has to be read again.
alter table readmodel.conversation_turn add column replaced_by text;
