-- What just changed, kept for ten minutes; each node hears of it by NOTIFY and tells its own connected clients.

create table live_events (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  topic text not null,
  what text not null,
  due_at timestamptz not null,
  primary key (tenant_id, id)
);
select fence('live_events');
select answer_due('live_events');
grant select, insert, delete on live_events to app;
