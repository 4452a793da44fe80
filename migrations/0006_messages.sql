-- The outbox (DL-1). due_at is when somebody should look at a message next: a dispatcher that takes one moves it on (its lease);
-- a message that is over has none.

create table messages (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  message text not null,
  channel text not null check (channel in ('email', 'sms')),
  language text not null,
  recipient text not null,
  recipient_name text,
  thread text,
  subject text,
  body_text text,
  body_html text,
  links jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'kept')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  give_up_at timestamptz not null,
  due_at timestamptz,
  sent_at timestamptz,
  primary key (tenant_id, id)
);
select fence('messages');
select answer_due('messages');
grant select, insert, update on messages to app;
