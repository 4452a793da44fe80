-- Support Contacts (SC), and the handover of who manages an organization (OR-4).

-- One list an organization. Its version counts its saves, so that two people who save at once hear of each other (SC-6).
create table support_contact_lists (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  organization_id uuid not null,
  version bigint not null default 1,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (tenant_id, organization_id),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id)
);
select fence('support_contact_lists');
grant select, insert, update on support_contact_lists to app;

-- A partner user, or any other address (SC-1); in the order in which they were chosen.
create table support_contacts (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  organization_id uuid not null,
  position integer not null,
  account_id uuid,
  email text,
  email_key text collate "C",
  primary key (tenant_id, organization_id, position),
  unique (tenant_id, organization_id, account_id),
  unique (tenant_id, organization_id, email_key),
  foreign key (tenant_id, organization_id) references support_contact_lists (tenant_id, organization_id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  check ((account_id is null) = (email is not null) and (email is null) = (email_key is null))
);
select fence('support_contacts');
grant select, insert, delete on support_contacts to app;
create index contacts_of_account on support_contacts (tenant_id, account_id) where account_id is not null;

-- A partner user asks an organization's owner to let the service provider manage it. Final states stay final.
create table handovers (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  organization_id uuid not null,
  asked_by uuid not null,
  state text not null check (state in ('pending', 'accepted', 'refused', 'withdrawn')),
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id),
  foreign key (tenant_id, asked_by) references accounts (tenant_id, id),
  foreign key (tenant_id, decided_by) references accounts (tenant_id, id),
  check ((state = 'pending') = (decided_at is null) and (decided_at is null) = (decided_by is null))
);
select fence('handovers');
grant select, insert, update on handovers to app;
create unique index one_pending_handover on handovers (tenant_id, organization_id) where state = 'pending';
create index handovers_of_organization on handovers (tenant_id, organization_id, id);
