-- Addresses that have ever been an organization's Support Contacts: offered again to those who may not see the partner's directory (SC-4).
create table earlier_support_contacts (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  organization_id uuid not null,
  email_key text not null collate "C",
  email text not null,
  primary key (tenant_id, organization_id, email_key),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id)
);
select fence('earlier_support_contacts');
grant select, insert on earlier_support_contacts to app;

insert into earlier_support_contacts (tenant_id, organization_id, email_key, email)
select tenant_id, organization_id, email_key, email from support_contacts where email is not null;
