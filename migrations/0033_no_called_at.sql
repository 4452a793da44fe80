-- When an invitation was called is what its calls say; this column was never written. (0028 speaks of a leased_until that recordings never had.)
alter table support_invitations drop column called_at;
