import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import { calledName } from '../person/person.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { dosesOf, type DoseGiven } from './dose.queries.ts'
import type { DischargeFacts, PressureTaken, Tick } from './discharge.ts'
import type { Ride } from './gateFacts.ts'
import type { Phase } from './session.ts'
import type { Protocol } from '../protocol/protocol.ts'

export interface Discharged {
  readonly at: Instant
  readonly byName: string
  readonly overrideReason: string | null
}

export interface ClosingHead {
  readonly sessionId: string
  readonly courseId: string
  readonly personId: string
  readonly name: string
  readonly birthDate: string | null
  readonly number: number
  readonly phase: Phase
  readonly ride: Ride | null
  readonly discharged: Discharged | null
  readonly doses: readonly DoseGiven[]
}

interface Known {
  readonly id: string
}

/** Each with its id, so that a device knows what of its own has arrived. */
export interface ClosingFacts extends DischargeFacts {
  readonly pressures: readonly (PressureTaken & Known)[]
  readonly checks: readonly (DischargeFacts['checks'][number] & Known)[]
  readonly ticks: readonly (Tick & Known)[]
  readonly cleared: readonly (DischargeFacts['cleared'][number] & Known & { readonly reason: string })[]
}

type Listed = Pick<ClosingFacts, 'pressures' | 'checks' | 'ticks' | 'cleared'> & {
  readonly rides: (Ride & { readonly arrivedAt: Instant })[]
  readonly discharges: Discharged[]
}

/** Everything the end of a session is decided by. */
export async function closingOf(
  tx: PracticeTx,
  sessionId: string,
): Promise<{ head: ClosingHead; facts: ClosingFacts } | undefined> {
  const row = await tx
    .selectFrom('journey_session as s')
    .innerJoin('course', 'course.id', 's.course_id')
    .innerJoin('person', 'person.id', 's.person_id')
    .innerJoin('protocol_edition as edition', (on) =>
      on
        .onRef('edition.id', '=', 'course.protocol_id')
        .onRef('edition.version', '=', 'course.protocol_version'),
    )
    .select(['s.number', 's.phase', 's.course_id', 's.person_id', 'given_name', 'family_name', 'called_by'])
    .select(['birth_date', 'edition.document', told.as('told')])
    .where('s.id', '=', sessionId)
    .executeTakeFirst()
  if (!row) return undefined
  const doses = await dosesOf(tx, sessionId)
  const ride = row.told.rides.at(-1)
  return {
    head: {
      sessionId,
      courseId: row.course_id,
      personId: row.person_id,
      name: `${calledName({ calledBy: row.called_by, givenName: row.given_name })} ${row.family_name}`,
      birthDate: row.birth_date,
      number: row.number,
      phase: row.phase,
      ride: ride?.name ? ride : null,
      discharged: lastDischarge(row.told.discharges, doses),
      doses,
    },
    facts: factsOf(row.told, doses, row.document),
  }
}

function rideIn({ rides }: Listed): Pick<ClosingFacts, 'rideNamedAt' | 'rideArrivedAt'> {
  const last = rides.at(-1)
  return last?.name
    ? { rideNamedAt: last.namedAt, rideArrivedAt: last.arrivedAt }
    : { rideNamedAt: null, rideArrivedAt: null }
}

const factsOf = (listed: Listed, doses: readonly DoseGiven[], { discharge }: Protocol): ClosingFacts => ({
  plan: discharge,
  firstDoseAt: doses.at(0)?.givenAt ?? null,
  lastDoseAt: doses.at(-1)?.givenAt ?? null,
  pressures: listed.pressures,
  checks: listed.checks,
  ticks: listed.ticks,
  cleared: listed.cleared,
  ...rideIn(listed),
})

/** The discharge that followed the last dose; one from before it closed something else. */
function lastDischarge(discharges: readonly Discharged[], doses: readonly DoseGiven[]): Discharged | null {
  const last = discharges.at(-1)
  return last && last.at >= (doses.at(-1)?.givenAt ?? 0) ? last : null
}

const listed = (select: ReturnType<typeof sql>) =>
  sql`(select coalesce(jsonb_agg(to_jsonb(f) - 'place' order by f.place), '[]') from (${select}) f)`

const ms = (column: string) => sql`floor(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`

/** As the clock of care told it when it was written down here. */
const came = (of: string) =>
  sql`floor(extract(epoch from care_at(${sql.ref(`${of}.practice_id`)}, ${sql.ref(`${of}.recorded_at`)})) * 1000)::bigint`

const pressures = sql`
  select v.id, v.systolic_mmhg as "systolicMmHg", v.diastolic_mmhg as "diastolicMmHg", ${ms('v.taken_at')} as "takenAt", v.taken_at as place
  from vital_reading v
  where v.practice_id = s.practice_id and v.person_id = s.person_id and v.session_id = s.id and v.systolic_mmhg is not null
    and not v.struck and not exists (
      select from vital_reading c where c.practice_id = v.practice_id and c.corrects = v.id)`

const checks = sql`
  select c.id, c.answer, ${ms('c.counts_at')} as "askedAt", m.name as "byName", c.asked_at as place
  from suicide_check c join member m on m.id = c.asked_by
  where c.practice_id = s.practice_id and c.person_id = s.person_id`

const ticks = sql`
  select k.id, k.criterion, k.met, m.name as "byName", ${ms('k.checked_at')} as at,
    ${came('k')} as "arrivedAt", row(k.checked_at, k.number) as place
  from discharge_check k join member m on m.id = k.checked_by
  where k.practice_id = s.practice_id and k.session_id = s.id`

const cleared = sql`
  select k.id, k.reason, m.name as "byName", ${ms('k.cleared_at')} as at, k.cleared_at as place
  from danger_cleared k join member m on m.id = k.cleared_by
  where k.practice_id = s.practice_id and k.session_id = s.id`

const rides = sql`
  select r.id, r.name, r.phone, ${ms('r.named_at')} as "namedAt", ${came('r')} as "arrivedAt",
    r.number as place
  from ride_home r where r.practice_id = s.practice_id and r.session_id = s.id`

const discharges = sql`
  select ${ms('e.discharged_at')} as at, m.name as "byName", e.override_reason as "overrideReason", e.discharged_at as place
  from discharge e join member m on m.id = e.discharged_by
  where e.practice_id = s.practice_id and e.session_id = s.id`

const told = sql<Listed>`jsonb_build_object('pressures', ${listed(pressures)}, 'checks', ${listed(checks)},
  'ticks', ${listed(ticks)}, 'cleared', ${listed(cleared)}, 'rides', ${listed(rides)}, 'discharges', ${listed(discharges)})`
