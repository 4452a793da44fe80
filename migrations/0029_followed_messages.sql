-- Whose open pages hear what becomes of a message beside the tenant admins' (the topic of live events), such as the inviter's of an invitation (IN-7).
alter table messages add column topic text;

-- A call as its invitation sees it (IN-7): ringing or running; null without one.
alter table support_invitations add column call_state text check (call_state in ('ringing', 'in_call'));
