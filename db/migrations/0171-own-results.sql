-- Numbers that a practice's own form works out are followed each by itself. What was kept under the form's own name had no
-- total and told nothing; it is derived, and is made anew.
delete from outcome_point where instrument_id like 'own-%' and instrument_id not like '%/%';
select enqueue('outcome-points', jsonb_build_object('practiceId', practice_id, 'personId', person_id), null, 'outcome ' || person_id)
from (select distinct practice_id, person_id from instrument_response where instrument_id like 'own-%') own;
