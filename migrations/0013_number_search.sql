-- Numbers from their start (RA-1): +49, or what stands behind any country's code. Within a number the tails find.
create index numbers_by_start on organization_numbers (tenant_id, (number collate "C"), organization_id);
