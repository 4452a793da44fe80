-- What is kept of calls can be erased as well, also what was drawn while it was recorded.
grant delete on recording_events to app;

-- Recordings whose pieces still lie in the store are looked at until they are gone; while a node joins one, its due_at is the end of that node's lease.

-- How much a tenant keeps, without reading every item.
create index media_sizes on media_items (tenant_id) include (size) where deleted_at is null;
create index media_of_organization on media_items (tenant_id, organization_id, kind, id);

-- For the library: the call that an item came from, as people call it.
create view media_calls with (security_invoker = true) as
  select c.id, c.inviter_id, c.organization_id, i.invitee, c.rang_at from calls c join support_invitations i on i.tenant_id = c.tenant_id and i.id = c.invitation_id;
grant select on media_calls to app;

-- For calls: where the content of what was sent lies.
create view call_files with (security_invoker = true) as
  select id, name, kind, media_type, size, file_id, thumbnail_id, duration_ms, is_seekable from media_items where deleted_at is null;
grant select on call_files to app;

-- Days, not years: as they are set, and read. (A year counts 360 days where intervals are compared.)
alter table tenant_settings drop constraint tenant_settings_media_kept_for_check;
alter table tenant_settings alter column media_kept_for set default '365 days';
update tenant_settings set media_kept_for = '365 days' where media_kept_for = '1 year';
alter table tenant_settings add constraint tenant_settings_media_kept_for_check check (media_kept_for between '1 day' and '3650 days');
