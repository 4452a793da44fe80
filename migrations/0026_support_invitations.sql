-- Support invitations (IN): who was invited by whom, how far it got, and which privacy terms were accepted.

-- organization_id: the inviter's organization; null for a partner's. customer_id: the organization that a partner invites somebody of; null when it is not known.
-- person_key: keyed hash of the address, so that "the first time" can be told without knowing who. token_hash: of the link, which is derived when it is sent (DL-5).
-- message_id: the message sent last. due_at: when the job looks at it next, which is when it expires.
create table support_invitations (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  inviter_id uuid not null,
  organization_id uuid,
  customer_id uuid,
  report_id uuid,
  invitee text not null check (length(invitee) between 1 and 200),
  channel text not null check (channel in ('email', 'sms')),
  language text not null check (language in ('en', 'it', 'es', 'de')),
  address text not null check (length(address) between 3 and 254),
  person_key bytea not null,
  token_hash bytea not null,
  message_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  accepted_at timestamptz,
  declined_at timestamptz,
  called_at timestamptz,
  done_at timestamptz,
  cancelled_at timestamptz,
  expired_at timestamptz,
  due_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, inviter_id) references accounts (tenant_id, id),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id),
  foreign key (tenant_id, customer_id) references organizations (tenant_id, id),
  foreign key (tenant_id, report_id) references problem_reports (tenant_id, id),
  check (expires_at > created_at),
  -- At most one of the ends.
  check (num_nonnulls(declined_at, done_at, cancelled_at, expired_at) <= 1),
  check ((num_nonnulls(declined_at, done_at, cancelled_at, expired_at) = 0) = (due_at is not null))
);
select fence('support_invitations');
select answer_due('support_invitations');
grant select, insert, update on support_invitations to app;
create index invitations_of_inviter on support_invitations (tenant_id, inviter_id, id);
create index invitations_of_message on support_invitations (tenant_id, message_id);

-- What happened to an invitation, as its page tells it: created, resent, opened, accepted, declined, called, missed, in_call, done, cancelled, expired. What became of its
-- messages stands in the outbox; message_id says of which, for created and resent.
create table support_invitation_events (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  invitation_id uuid not null,
  kind text not null,
  at timestamptz not null,
  message_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, invitation_id) references support_invitations (tenant_id, id)
);
select fence('support_invitation_events');
grant select, insert on support_invitation_events to app;
create index events_of_invitation on support_invitation_events (tenant_id, invitation_id, id);

-- Who has accepted which text of the privacy terms; version: the SHA-256 of the text that was read (IN-4).
create table terms_acceptances (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  person_key bytea not null,
  version bytea not null,
  language text not null,
  invitation_id uuid not null,
  accepted_at timestamptz not null,
  primary key (tenant_id, person_key, version),
  foreign key (tenant_id, invitation_id) references support_invitations (tenant_id, id)
);
select fence('terms_acceptances');
grant select, insert on terms_acceptances to app;
