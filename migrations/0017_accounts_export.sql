-- Export and import of organizations (OR-8): where an organization's problem reports go, for other slices to read.
create view support_contact_addresses with (security_invoker = true) as
  select c.organization_id, c.position, coalesce(a.email, c.email) as email, coalesce(a.email_key, c.email_key) as email_key
  from support_contacts c
  left join accounts a on a.tenant_id = c.tenant_id and a.id = c.account_id;
grant select on support_contact_addresses to app;
