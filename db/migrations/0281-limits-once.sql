-- The limits of a blood pressure are read from the plan once, and not for each reading: the plan is a long document, and unpacking
-- it eight times a reading made the first screen of a chart wait 30 ms where 200 of them had been taken that day. What is found
-- is unchanged, to the word, from 0051-release.sql.
create or replace function pressures_of(s journey_session, document jsonb, moment timestamptz)
returns table (taken_at timestamptz, over boolean, too_high boolean, newest boolean) language sql stable as $$
  with old as materialized (
    select coalesce(
      to_char(moment at time zone h.time_zone, 'YYYY-MM-DD') >=
        lpad((extract(year from p.birth_date) + figure_of(document, 'gates', 'olderFromYears'))::int::text, 4, '0') || to_char(p.birth_date, '-MM-DD'),
      false) as enough
    from person p join practice h on h.id = p.practice_id where p.practice_id = s.practice_id and p.id = s.person_id
  ), limits as materialized (
    select figure_of(document, 'gates', case when old.enough then 'olderSystolicMmHg' else 'systolicMmHg' end) as systolic,
      figure_of(document, 'gates', case when old.enough then 'olderDiastolicMmHg' else 'diastolicMmHg' end) as diastolic,
      figure_of(document, 'gates', 'lowSystolicMmHg') as low,
      figure_of(document, 'gates', 'noDoseSystolicMmHg') as no_dose_systolic,
      figure_of(document, 'gates', 'noDoseDiastolicMmHg') as no_dose_diastolic
    from old
  )
  select v.taken_at,
    v.systolic_mmhg > limits.systolic or v.diastolic_mmhg > limits.diastolic or v.systolic_mmhg < limits.low,
    v.systolic_mmhg >= limits.no_dose_systolic or v.diastolic_mmhg >= limits.no_dose_diastolic,
    row_number() over (order by v.taken_at desc, v.id desc) = 1
  from vital_reading v, limits
  where v.practice_id = s.practice_id and v.person_id = s.person_id and v.session_id = s.id
    and v.systolic_mmhg is not null and not v.struck and v.doubt is null
    and v.taken_at <= moment and same_day(v.taken_at, moment, s.practice_id)
    and not exists (select from vital_reading c where c.practice_id = v.practice_id and c.corrects = v.id)
$$;
