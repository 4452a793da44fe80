-- Texts of messages that a tenant has written itself (MT-1), each with all its versions (MT-3); and what became of a message, attempt by attempt (DL-4).

alter table messages drop constraint messages_state_check;
alter table messages add constraint messages_state_check check (state in ('queued', 'sent', 'delivered', 'failed', 'kept'));
alter table messages add column delivered_at timestamptz;

-- Attempts that did not succeed: the one that did is the message's own state.
create table message_attempts (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  message_id uuid not null,
  attempt integer not null,
  at timestamptz not null,
  is_final boolean not null,
  reply text,
  primary key (tenant_id, message_id, attempt),
  foreign key (tenant_id, message_id) references messages (tenant_id, id) on delete cascade
);
select fence('message_attempts');
grant select, insert on message_attempts to app;

-- What is used now. No row: the built-in text. broken_at is when it could first not be used; it is tried again all the same.
create table message_templates (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  message text not null,
  channel text not null check (channel in ('email', 'sms', 'page')),
  language text not null check (language in ('en', 'it', 'es', 'de')),
  version integer not null check (version > 0),
  subject text,
  html text,
  text text,
  broken_at timestamptz,
  broken_fault jsonb,
  primary key (tenant_id, message, channel, language)
);
select fence('message_templates');
grant select, insert, update, delete on message_templates to app;

-- Every text that was ever saved, and the built-in text that it was written over; without texts: back to the built-in one.
create table message_template_versions (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  message text not null,
  channel text not null,
  language text not null,
  version integer not null check (version > 0),
  kind text not null check (kind in ('saved', 'restored', 'built_in')),
  restored_version integer,
  subject text,
  html text,
  text text,
  base_subject text,
  base_html text,
  base_text text,
  saved_by uuid not null,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (tenant_id, message, channel, language, version)
);
select fence('message_template_versions');
grant select, insert on message_template_versions to app;
