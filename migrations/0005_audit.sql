-- The audit trail (AU-1): the application can only add. Names and values stand in a side table, so that a person's erasure
-- leaves the trail itself whole.

create table audit_events (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  at timestamptz not null,
  action text not null,
  actor_id uuid,
  actor_role text,
  ip inet,
  organization_id uuid,
  target_kind text,
  target_id uuid,
  details_hash bytea not null,
  primary key (tenant_id, id)
);
select fence('audit_events');
grant select, insert on audit_events to app;
create index audit_of_organization on audit_events (tenant_id, organization_id, id) where organization_id is not null;

create table audit_details (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  event_id uuid not null,
  salt bytea not null,
  details jsonb not null,
  primary key (tenant_id, event_id),
  foreign key (tenant_id, event_id) references audit_events (tenant_id, id)
);
select fence('audit_details');
grant select, insert on audit_details to app;
