-- What the audit trail is filtered by (AU-2). Ids are in the order of time, so a period is a range of ids and needs no index of its own.

create index audit_of_actor on audit_events (tenant_id, actor_id, id) where actor_id is not null;
create index audit_of_target on audit_events (tenant_id, target_id, id) where target_id is not null;
create index audit_of_action on audit_events (tenant_id, action, id);
create index audit_of_remote_support on audit_events (tenant_id, organization_id, id) where acting_as is not null;
-- Also answers, by leaps, who is in an organization's trail at all.
create index audit_people on audit_events (tenant_id, organization_id, actor_id, id) where organization_id is not null and actor_id is not null;
