-- Quartz keeps its schedule in a schema of its own; the script is the one that the package carries.

create schema quartz;
-- @resource Quartz Quartz.Impl.AdoJobStore.Schema.create_postgres.sql {0}=quartz.qrtz_ {1}=qrtz_
grant usage on schema quartz to app;
grant select, insert, update, delete on all tables in schema quartz to app;
