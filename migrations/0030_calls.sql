-- What calls and their history read of other slices, and others of calls.

-- What rings, and for whom; whoever rings holds the row for share (which takes the right to update it), so that what ends the invitation comes before or after.
create view invitation_gates with (security_invoker = true) as
  select id, inviter_id, organization_id, customer_id, report_id, invitee, channel, language, created_at, expires_at, opened_at, accepted_at, declined_at, done_at, cancelled_at, expired_at
  from support_invitations;
grant select, update on invitation_gates to app;

create view call_gates with (security_invoker = true) as
  select id, invitation_id, inviter_id, organization_id, state, rang_at, answered_at, ended_at from calls;
grant select on call_gates to app;

-- What was sent in a call, and what was recorded of it.
create view call_media with (security_invoker = true) as
  select id, call_id, kind, name, media_type, size, duration_ms, thumbnail_id is not null as has_thumbnail, deleted_at from media_items;
grant select on call_media to app;

-- quiet_at: "not now": it rings on, but no longer aloud.
alter table calls add column quiet_at timestamptz;

create index calls_missed on calls (tenant_id, inviter_id, id) where state = 'missed';
