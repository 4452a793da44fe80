-- The values of a message, masked (MT-2): what the editor of its text shows as a real recent event. The bodies are erased after delivery; these say nothing of anybody.

alter table messages add column example jsonb;
create index messages_with_example on messages (tenant_id, message, channel, language, id) where example is not null;
