-- Asked at every answer, with other people's numbers each time: PostgreSQL made the plans of these questions anew at each, for half of
-- what they cost. None depends on who it is about. docs/decisions/0351-a-chart-costs-less.md
alter function enqueue(text, jsonb, timestamptz, text) set plan_cache_mode = force_generic_plan;
alter function stood_before(uuid, text, timestamptz, uuid, interval, boolean) set plan_cache_mode = force_generic_plan;
