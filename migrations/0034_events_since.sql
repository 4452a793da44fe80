-- A page knows what the database had when it was made, and asks once it is connected what was announced since.

alter table live_events add column xid xid8 not null default pg_current_xact_id();
create index live_events_since on live_events (tenant_id, topic, xid);
