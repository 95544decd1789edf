-- By what rule each result was reached: which rule in which version, what kind of threshold, how large, and where it stands;
-- and where it was computed, from what spread, in whom. Null until a result is worked out again.
alter table outcome_point
  add column rule_id text,
  add column rule_version text,
  add column threshold_kind text check (threshold_kind in ('published', 'retest', 'alpha', 'never', 'none')),
  add column threshold double precision,
  add column threshold_source text,
  add column spread_sd double precision,
  add column spread_correlation double precision,
  add column spread_population text,
  add check ((rule_id is null) = (rule_version is null) and (rule_id is null) = (threshold_kind is null)),
  -- Whoever computes a threshold says from what.
  add check (threshold_kind not in ('retest', 'alpha') or (threshold is not null and spread_sd is not null and spread_correlation is not null));
grant update (rule_id, rule_version, threshold_kind, threshold, threshold_source, spread_sd, spread_correlation, spread_population)
  on outcome_point to throughline_app;

-- What was worked out before is worked out again, with its rule.
select enqueue('outcome-points', jsonb_build_object('practiceId', practice_id, 'personId', person_id), null, 'outcome ' || person_id)
from (select distinct practice_id, person_id from outcome_point) known;
