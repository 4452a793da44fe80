-- How a tenant's messages go out (DL-3, DL-6). No row: by the platform's servers. Secrets are sealed by a key outside the database (DL-5).

create table delivery_settings (
  tenant_id uuid primary key default nullif(current_setting('app.tenant', true), '')::uuid,
  mail_version bigint not null default 1,
  sender text,
  sender_confirmed_at timestamptz,
  confirm_hash bytea,
  confirm_until timestamptz,
  smtp_host text,
  smtp_port integer check (smtp_port between 1 and 65535),
  smtp_security text check (smtp_security in ('none', 'starttls', 'tls')),
  smtp_user text,
  smtp_password bytea,
  sms_version bigint not null default 1,
  sms_gateway text not null default 'platform' check (sms_gateway in ('platform', 'none', 'kannel', 'webhook')),
  sms_url text,
  sms_user text,
  sms_secret bytea,
  sms_sender text,
  sms_daily_cap integer check (sms_daily_cap > 0),
  sms_prefixes text[] not null default '{}',
  check (smtp_host is null or (smtp_port is not null and smtp_security is not null)),
  check (sms_gateway in ('platform', 'none') or (sms_url is not null and sms_secret is not null))
);
select fence('delivery_settings');
grant select, insert, update on delivery_settings to app;

-- How many parts of text messages were sent on a day of the tenant's own calendar.
create table sms_usage (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  day date not null,
  segments integer not null check (segments >= 0),
  primary key (tenant_id, day)
);
select fence('sms_usage');
grant select, insert, update on sms_usage to app;

-- The dispatcher takes each channel's messages by themselves: a hundred thousand e-mails do not stand between it and one SMS.
create index messages_lane on messages (tenant_id, channel, due_at, id) where due_at is not null;
