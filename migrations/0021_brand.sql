-- What a tenant says of itself besides its name and colour, on its pages and in its e-mails (TN-3).
alter table tenant_settings
  add sender_name text,
  add footers jsonb not null default '{}' check (jsonb_typeof(footers) = 'object'),
  add imprint_url text check (imprint_url like 'https://%'),
  add privacy_url text check (privacy_url like 'https://%');

-- A logo can be taken away again.
grant delete on brand_images to app;
