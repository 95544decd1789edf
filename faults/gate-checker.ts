import type pg from 'pg'

/**
 * Releases that were committed after something had been committed that closes a gate, and nothing that opens it again: by
 * the moments at which PostgreSQL itself says each transaction was committed. It knows nothing of the server's code, nor of
 * the functions in the database that work the gates out.
 */
export async function releasesTooLate(owner: pg.Client, sessionIds: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ what: string }>(
    `with closed as (
       select session_id, null::uuid as person_id, 'ride' as what, xmin as by from ride_home where name is null
       union all select session_id, null, 'people', xmin from presence where state = 'away'
       union all select session_id, null, 'asked', xmin from asked_alone where not wants_today
       union all select session_id, null, 'equipment', xmin from day_told where kind = 'equipment' and not 'suction' = any (items)
       union all select session_id, null, 'pressure', xmin from vital_reading where systolic_mmhg >= 180
       union all select null, person_id, 'consent', xmin from consent_withdrawal
     )
     select c.what from release r
     join closed c on c.session_id = r.session_id or c.person_id = r.person_id
     where r.session_id = any($1) and pg_xact_commit_timestamp(c.by) < pg_xact_commit_timestamp(r.xmin)`,
    [sessionIds],
  )
  return rows.map(({ what }) => what)
}
