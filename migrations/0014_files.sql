-- What people upload: here what a file is, in the store its content. A row is there before its content and goes after it; one that nothing keeps has a
-- due_at, at which it is swept.
create table files (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  name text not null,
  media_type text not null,
  size bigint,
  sha256 bytea,
  state text not null default 'coming' check (state in ('coming', 'whole', 'kept')),
  uploaded_by uuid,
  created_at timestamptz not null,
  due_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, uploaded_by) references accounts (tenant_id, id),
  check ((state = 'coming') = (size is null) and (size is null) = (sha256 is null)),
  check (state = 'kept' or due_at is not null)
);
select fence('files');
select answer_due('files');
grant select, insert, update, delete on files to app;
