-- Within what a practice may set a protocol of its own is judged by the database too: the fasting that every source gives, the peak and the
-- longest infusion that the stay outlasts, what a label asks to be measured, and the gap, the reviews and the months. The gates of a release
-- read the edition a course stands on (0261), so what stands in an edition is what a dose is released by.
-- docs/decisions/0530-own-bounds.md

-- As content/settings/own-protocol.json has them, from and to, both allowed; a test holds the two together.
create function own_bounds() returns jsonb language sql immutable as $$
  select '{"gapHours": [24, 8760], "stayMinutes": [1, 1440], "solidHours": [4, 24], "clearHours": [2, 24], "afterDoses": [1, 99],
    "thenMonths": [1, 24], "readings": {"esketamine": [0, 40]}}'::jsonb
$$;

create function own_bounded(setting text, value numeric) returns boolean language sql immutable as $$
  select coalesce(value between (own_bounds() #>> array[setting, '0'])::numeric and (own_bounds() #>> array[setting, '1'])::numeric, false)
$$;

-- Whole numbers, each above the one before.
create function own_rising(listed jsonb) returns numeric[] language sql immutable as $$
  with numbers as (
    select array(select n::numeric from jsonb_array_elements_text(listed) with ordinality as each (n, place) order by place) as all_of_them
    where jsonb_typeof(listed) = 'array'
  )
  select all_of_them from numbers where not exists (
    select from generate_subscripts(all_of_them, 1) place
    where all_of_them[place] <> trunc(all_of_them[place]) or (place > 1 and all_of_them[place] <= all_of_them[place - 1]))
$$;

-- Begins before the dose, goes on for as long as the client has to stay, and has what the label of a medicine asks for.
create function own_plan_fits(made jsonb, minutes jsonb) returns boolean language sql immutable as $$
  select coalesce((
    select cardinality(m) >= 2 and m[1] = 0 and m[cardinality(m)] >= figure_of(made, 'discharge', 'stayMinutes')
      and m[cardinality(m)] <= (own_bounds() #>> '{stayMinutes,1}')::numeric
      and not exists (
        select from jsonb_array_elements_text(made -> 'products') product, jsonb_array_elements_text(own_bounds() -> 'readings' -> product) asked
        where not asked::numeric = any (m))
    from own_rising(minutes) m
  ), false)
$$;

create function own_stay_fits(made jsonb) returns boolean language sql immutable as $$
  select figure_of(made, 'discharge', 'stayMinutes') = trunc(figure_of(made, 'discharge', 'stayMinutes'))
    and own_bounded('stayMinutes', figure_of(made, 'discharge', 'stayMinutes'))
    and figure_of(made, 'discharge', 'stayMinutes')
      >= greatest((made #>> '{timing,peakMinutes,1}')::numeric, coalesce(figure_of(made, 'order', 'mostMinutes'), 0))
$$;

create function own_reviews_fit(reviews jsonb) returns boolean language sql immutable as $$
  select coalesce((select cardinality(d) >= 1 and own_bounded('afterDoses', d[1]) and own_bounded('afterDoses', d[cardinality(d)])
      from own_rising(reviews -> 'afterDoses') d), false)
    and (reviews ->> 'thenMonths' is null
      or ((reviews ->> 'thenMonths')::numeric = trunc((reviews ->> 'thenMonths')::numeric)
        and own_bounded('thenMonths', (reviews ->> 'thenMonths')::numeric)))
$$;

-- What has an authority behind it is the source's (`settable_in`), and is not judged again.
create function own_values_fit(made jsonb, source jsonb) returns boolean language sql immutable as $$
  select
    (source #>> '{gates,gapHours,tag}' <> 'PD' or (own_bounded('gapHours', figure_of(made, 'gates', 'gapHours'))
      and figure_of(made, 'gates', 'gapHours') = trunc(figure_of(made, 'gates', 'gapHours'))))
    and (source #>> '{discharge,stayMinutes,tag}' <> 'PD' or own_stay_fits(made))
    and (source #>> '{fasting,solidHours,tag}' <> 'PD' or own_bounded('solidHours', figure_of(made, 'fasting', 'solidHours')))
    and (source #>> '{fasting,clearHours,tag}' <> 'PD' or (own_bounded('clearHours', figure_of(made, 'fasting', 'clearHours'))
      and figure_of(made, 'fasting', 'clearHours') <= figure_of(made, 'fasting', 'solidHours')))
    and own_plan_fits(made, made #> '{vitals,atMinutes}')
    and (made #> '{vitals,sparser}' is null or (own_plan_fits(made, made #> '{vitals,sparser,atMinutes}')
      and jsonb_array_length(made #> '{vitals,sparser,atMinutes}') < jsonb_array_length(made #> '{vitals,atMinutes}')))
    and (source #>> '{reviews,tag}' <> 'PD' or own_reviews_fit(made -> 'reviews'))
$$;

-- As 0420-own-protocol.sql has it, with these.
create or replace function own_protocol_fits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  source jsonb;
  bare jsonb;
  said jsonb := new.document;
  may text[];
begin
  select p.whole into source from protocol_published p where p.id = new.protocol_id and p.version = new.from_version;
  bare := source;
  for may in select settable_in(source) loop
    said := said #- may;
    bare := bare #- may;
  end loop;
  if said is distinct from bare or own_values_fit(new.document, source) is not true then
    raise exception 'not what a practice may set' using errcode = 'check_violation';
  end if;
  if new.edition > 1 and not exists (
    select from own_protocol o where o.practice_id = new.practice_id and o.line_id = new.line_id
      and o.edition = new.edition - 1 and o.protocol_id = new.protocol_id and o.from_version = new.from_version) then
    raise exception 'not the next edition' using errcode = 'check_violation';
  end if;
  if exists (select from own_protocol_end d where d.practice_id = new.practice_id and d.line_id = new.line_id) then
    raise exception 'it has ended' using errcode = 'check_violation';
  end if;
  return new;
end $$;
