-- The search of organizations (RA-1): by ranges and equality on text kept ready, because nothing else is an index condition under the fence.
-- No extension: Unicode promises that a normalization never changes for characters that exist, while unaccent's rules change with its version.

-- Letters alone count: lower case, without accents, ligatures taken apart. Keys and what is looked for go through the same function.
create function fold(value text) returns text language sql immutable strict parallel safe
return replace(replace(replace(replace(
  translate(lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]+', '', 'g')), 'øłđðħıŧς', 'olddhitσ'),
  'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');

-- A name's words, folded, a blank between them: at most 200 characters. All that is no letter or digit parts words.
create function name_key(name text) returns text language sql immutable strict parallel safe
return rtrim(left(ltrim(regexp_replace(fold(name),
  '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f\ufe00-\ufe0f\ufff0-\uffff\U0010fffe-\U0010ffff]+', ' ', 'g')), 200));

-- A key from each word's start on.
create function key_tails(key text) returns table (tail text) language sql immutable parallel safe as $$
  select array_to_string(words[place:], ' ')
  from string_to_array(key, ' ') words, generate_subscripts(words, 1) place
$$;

-- Under what a word is found. part: itself from each letter on. gap: itself, and without one of its letters; one letter wrong, missing, extra
-- or two swapped leave a gap in common. Two letters are too few to tell a slip from another word, digits are not spelled.
create function word_keys(word text) returns table (kind text, key text) language sql immutable parallel safe as $$
  select 'part', substr(word, place) from generate_series(1, length(word)) place
  union
  select 'gap', left(word, place - 1) || substr(word, place + 1) from generate_series(1, length(word) + 1) place
  where length(word) > 2 and word !~ '[0-9]'
$$;

-- A number's digits from each place that leaves four.
create function digit_tails(number text) returns table (tail text) language sql immutable parallel safe as $$
  select substr(number, place) from generate_series(2, length(number) - 3) place
$$;

grant execute on function fold(text), name_key(text), key_tails(text), word_keys(text), digit_tails(text) to app;

alter table organizations
  add name_key text collate "C" not null generated always as (name_key(name)) stored,
  add reference_key text collate "C" generated always as (fold(customer_reference)) stored;

-- The list by name, whatever it is narrowed to, and the start of a name.
create index organizations_by_name on organizations (tenant_id, managed_by, status, name_key, id);
create index organizations_by_reference on organizations (tenant_id, reference_key) where reference_key is not null;

create table name_tails (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  tail text not null collate "C",
  organization_id uuid not null,
  primary key (tenant_id, tail, organization_id)
);
select fence('name_tails');
grant select, insert, delete on name_tails to app;

-- The different words of a tenant's names. Nobody ever waits for another here: whoever cannot be sure of a word that is there adds a copy.
create table words (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  kind text not null collate "C" check (kind in ('part', 'gap')),
  key text not null collate "C",
  word text not null collate "C",
  copy uuid not null,
  primary key (tenant_id, kind, key, word, copy)
);
select fence('words');
grant select, insert, update, delete on words to app;

create table number_tails (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  tail text not null collate "C",
  organization_id uuid not null,
  primary key (tenant_id, tail, organization_id)
);
select fence('number_tails');
grant select, insert, delete on number_tails to app;

-- Adds words. Those that are there are held until the end of the transaction, as a foreign key would, so that no rename takes them away meanwhile;
-- one that a rename is just taking away is added again.
create function learn_words(tenant uuid, learned text[]) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  this_copy uuid := gen_random_uuid();
begin
  with held as materialized (
    select l.word
    from unnest(learned) l (word)
    cross join lateral (
      select from words w where w.tenant_id = tenant and w.kind = 'part' and w.key = l.word and w.word = l.word for key share skip locked) w)
  insert into words (tenant_id, kind, key, word, copy)
  select tenant, k.kind, k.key, l.word, this_copy
  from unnest(learned) l (word)
  cross join lateral word_keys(l.word) k
  where l.word not in (select word from held)
  order by k.kind, k.key, l.word;
end $$;

-- Takes away the words that no name has any more. A count of names for each word would be simpler, but two imports would wait for each other at
-- every "GmbH". What is held stays: a word without a name finds nothing, it only takes space, and goes when it is let go again.
create function forget_words(tenant uuid, forgotten text[]) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  gone text;
  held uuid;
  this record;
begin
  foreach gone in array forgotten loop
    continue when exists (select from name_tails t where t.tenant_id = tenant and t.tail >= gone and t.tail < gone || '!');
    for held in
      select w.copy from words w where w.tenant_id = tenant and w.kind = 'part' and w.key = gone and w.word = gone for update skip locked
    loop
      -- Looked at again: who was faster with a name of that word has committed it by now.
      exit when exists (select from name_tails t where t.tenant_id = tenant and t.tail >= gone and t.tail < gone || '!');
      for this in select k.kind, k.key from word_keys(gone) k loop
        delete from words w where w.tenant_id = tenant and w.kind = this.kind and w.key = this.key and w.word = gone and w.copy = held;
      end loop;
    end loop;
  end loop;
end $$;

grant execute on function learn_words(uuid, text[]), forget_words(uuid, text[]) to app;

-- Rows are removed one by one: a plan for many, made while a table was small, would read the whole tenant when it is big.
create function index_names() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  gone record;
begin
  if tg_op = 'UPDATE' then
    -- Most are of something else.
    if not exists (select from removed r join added a on a.tenant_id = r.tenant_id and a.id = r.id where a.name_key <> r.name_key) then
      return null;
    end if;
  end if;

  if tg_op <> 'INSERT' then
    for gone in select r.tenant_id, r.id, t.tail from removed r cross join lateral key_tails(r.name_key) t loop
      delete from name_tails n where n.tenant_id = gone.tenant_id and n.tail = gone.tail and n.organization_id = gone.id;
    end loop;
  end if;

  if tg_op <> 'DELETE' then
    insert into name_tails (tenant_id, tail, organization_id)
    select a.tenant_id, t.tail, a.id from added a cross join lateral key_tails(a.name_key) t
    order by a.tenant_id, t.tail collate "C", a.id;

    perform learn_words(a.tenant_id, array_agg(distinct w.word))
    from added a cross join lateral unnest(string_to_array(a.name_key, ' ')) w (word)
    group by a.tenant_id;
  end if;

  if tg_op <> 'INSERT' then
    perform forget_words(r.tenant_id, array_agg(distinct w.word))
    from removed r cross join lateral unnest(string_to_array(r.name_key, ' ')) w (word)
    group by r.tenant_id;
  end if;
  return null;
end $$;

create trigger index_added_names after insert on organizations
  referencing new table as added for each statement execute function index_names();
create trigger index_changed_names after update on organizations
  referencing old table as removed new table as added for each statement execute function index_names();
create trigger index_removed_names after delete on organizations
  referencing old table as removed for each statement execute function index_names();

-- Two numbers of an organization can end alike.
create function index_added_numbers() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into number_tails (tenant_id, tail, organization_id)
  select distinct a.tenant_id, t.tail collate "C", a.organization_id from added a cross join lateral digit_tails(a.number) t
  order by 1, 2, 3
  on conflict do nothing;
  return null;
end $$;

-- The organizations are held, so that a number that is just being added to one of them has been added when the tails that stay are looked at.
create function index_removed_numbers() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  gone record;
begin
  perform from organizations o
  where (o.tenant_id, o.id) in (select r.tenant_id, r.organization_id from removed r)
  order by o.tenant_id, o.id
  for update;

  for gone in
    select r.tenant_id, r.organization_id, t.tail
    from removed r cross join lateral digit_tails(r.number) t
    where not exists (
      select from organization_numbers o
      where o.tenant_id = r.tenant_id and o.organization_id = r.organization_id and right(o.number, length(t.tail)) = t.tail)
  loop
    delete from number_tails n where n.tenant_id = gone.tenant_id and n.tail = gone.tail and n.organization_id = gone.organization_id;
  end loop;
  return null;
end $$;

create trigger index_added_numbers after insert on organization_numbers
  referencing new table as added for each statement execute function index_added_numbers();
create trigger index_removed_numbers after delete on organization_numbers
  referencing old table as removed for each statement execute function index_removed_numbers();

-- What is there already.
insert into name_tails (tenant_id, tail, organization_id)
select o.tenant_id, t.tail, o.id from organizations o cross join lateral key_tails(o.name_key) t
order by o.tenant_id, t.tail collate "C", o.id;

select learn_words(o.tenant_id, array_agg(distinct w.word))
from organizations o cross join lateral unnest(string_to_array(o.name_key, ' ')) w (word)
group by o.tenant_id;

insert into number_tails (tenant_id, tail, organization_id)
select distinct n.tenant_id, t.tail collate "C", n.organization_id from organization_numbers n cross join lateral digit_tails(n.number) t
order by 1, 2, 3;
