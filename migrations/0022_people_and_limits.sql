-- Partner users in the tenant admins' hands (TN-5), and how long invitations to a call live.

-- The team, among all accounts of a tenant: its list, and who of it administers.
create index partner_users on accounts (tenant_id, id) where kind = 'partner';

-- When somebody was last seen, also when they have signed out since.
create index sessions_seen on sessions (tenant_id, account_id);

alter table tenant_settings
  add invitation_lifetime interval not null default '24 hours' check (invitation_lifetime between '15 minutes' and '7 days');

-- What failed lately is looked for whenever an admin comes home (DL-4).
create index messages_failed on messages (tenant_id, id) where state = 'failed';
