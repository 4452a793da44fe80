-- Whose open pages hear what becomes of a message beside the tenant admins' (the topic of live events), such as the inviter's of an invitation (IN-7).
alter table messages add column topic text;

-- The order of what happened to an invitation: several things may happen in one moment.
alter table support_invitation_events add column number bigint generated always as identity;
