import { createHash } from 'node:crypto'
import type pg from 'pg'

/** How much care there is. Every full person has 200 readings and a thread with something of everything on it. */
export interface Extent {
  readonly practices: number
  readonly people: number
  /** Of each practice's people, how many are full. */
  readonly full: number
  /** Readings of each of the others. */
  readonly fewReadings: number
  /** The number of the first practice, where there are others already. */
  readonly from?: number
}

export interface Seeded {
  /**
   * The full people: each with a monitor of their practice and a sign-in of their own. Half of them are in a session now; the
   * others have been in it and have the next one ahead, whose gates their chart evaluates.
   */
  readonly sessions: readonly {
    readonly isAhead: boolean
    readonly personId: string
    readonly courseId: string
    readonly sessionId: string
    readonly monitor: { readonly seatId: string; readonly token: string }
    readonly token: string
  }[]
}

/** Ids (UUIDv8) and tokens are made from what they stand for, so that nothing need be read back. */
const idOf = (what: string) => `overlay(overlay(md5(${what}) placing '8' from 13) placing '8' from 17)::uuid`
const member = idOf(`'member ' || practice`)
const person = idOf(`'person ' || practice || ' ' || n`)
const course = idOf(`'course ' || practice || ' ' || n`)
const practiceId = idOf(`'practice ' || practice`)
const session = (number: string) => idOf(`'session ' || practice || ' ' || n || ' ' || ${number}`)

/** Grows with time, as the ids do that browsers make. */
const grown = (daysAgo: string) => `uuidv7(- (${daysAgo}) * interval '1 day')`

/** Everything by set, and without the triggers: what they would add is added here. Everyone is signed in. */
export async function seed(owner: pg.Client, extent: Extent): Promise<Seeded> {
  const first = extent.from ?? 1
  await owner.query('begin; set local session_replication_role = replica')
  await owner.query(`
    create temp table place on commit drop as
      select practice, n, n <= ${extent.full} as whole, n <= ${extent.full} and (practice + n) % 2 = 0 as ahead, ${practiceId} as practice_id, ${person} as person_id,
        ${course} as course_id, ${session('6')} as session_id, ${member} as member_id
      from generate_series(${first}, ${first + extent.practices - 1}) practice, generate_series(1, ${extent.people}) n;
    create temp table house on commit drop as
      select practice, ${practiceId} as practice_id, ${member} as member_id
      from generate_series(${first}, ${first + extent.practices - 1}) practice;
    analyze place`)
  for (const statement of [...houses, ...people, ...readings(extent), ...threads])
    await owner.query(statement)
  await owner.query('commit')
  await analyzeFilled(owner)
  return { sessions: fullPeople(extent) }
}

/**
 * Only what holds rows. An empty table that was analyzed counts as one that stays empty, and a plan that a connection keeps from
 * then reads it from end to end, however much is written later: no practice in use has such tables.
 */
async function analyzeFilled(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = 'public' and pg_relation_size(c.oid) > 0`,
  )
  await owner.query(`vacuum (analyze) ${rows.map(({ name }) => name).join(', ')}`)
}

const houses = [
  `insert into practice (id, name, time_zone) select practice_id, 'Bench ' || practice, 'America/Los_Angeles' from house`,
  `insert into member (practice_id, id, name, roles) select practice_id, member_id, 'Bench', '{monitor,therapist}' from house`,
  ...signedIn('house', {
    seat: 'member_id',
    kind: `'member'`,
    person: 'null::uuid',
    name: `'member-' || practice`,
  }),
]

const people = [
  `insert into person (practice_id, id, given_name, family_name, time_zone)
   select practice_id, person_id, 'Bench', 'Person ' || n, 'America/Los_Angeles' from place`,
  `insert into care_team (practice_id, id, person_id, member_id, since)
   select practice_id, gen_random_uuid(), person_id, member_id, now() - interval '90 days' from place`,
  `insert into course (practice_id, id, person_id, protocol_id, protocol_version, begun_at)
   select practice_id, course_id, person_id, 'sublingual', '1', now() - interval '84 days' from place`,
  `insert into course_facts (practice_id, person_id, course_id) select practice_id, person_id, course_id from place`,
  `insert into journey_session (practice_id, id, person_id, course_id, number, planned_at, phase)
   select practice_id, ${session('number')}, person_id, course_id, number,
     now() - (6 - number) * interval '14 days',
     case when number = 7 then 'planned' when number = 6 and not ahead then 'under-way' else 'closed' end
   from place, generate_series(1, 7) number where (whole or number = 6) and (ahead or number < 7)`,
  ...signedIn('place', {
    seat: 'person_id',
    kind: `'client'`,
    person: 'person_id',
    name: `'person-' || practice || '-' || n`,
  }),
]

interface Holder {
  readonly seat: string
  readonly kind: string
  readonly person: string
  readonly name: string
}

function signedIn(from: string, { seat, kind, person: who, name }: Holder): string[] {
  const account = idOf(`'account ' || ${name}`)
  return [
    `insert into account (id, email) select ${account}, md5(${name}) || '@bench.example' from ${from}`,
    `insert into seat (id, practice_id, account_id, kind, person_id, since)
     select ${seat}, practice_id, ${account}, ${kind}, ${who}, now() from ${from}`,
    `insert into login (id, account_id, token_hash, factors, device, started_at, seen_at, ends_at)
     select gen_random_uuid(), ${account}, sha256((${name})::bytea), 2, 'bench', now(), now(), now() + interval '12 hours'
     from ${from}`,
  ]
}

const readings = ({ fewReadings }: Extent) => [
  `insert into vital_reading (practice_id, person_id, id, session_id, taken_at, recorded_by, systolic_mmhg, diastolic_mmhg)
   select practice_id, person_id, ${grown('at / 1440.0')}, session_id, now() - at * interval '1 minute', member_id, 120, 80
   from generate_series(200, 1, -1) at, place where whole or at <= ${fewReadings}`,
  `insert into instrument_response (practice_id, id, person_id, course_id, instrument_id, instrument_version, language,
     answers, withheld, status, scores, total, flags, answered_at)
   select practice_id, ${grown('7 * week')}, person_id, course_id, 'phq-9', '1', 'en', '{"answers":[2,1,2,1,0,2,1,1,0]}', '{}',
     'complete', '{"total":10}', 10, '{}', now() - week * interval '7 days'
   from generate_series(12, 1, -1) week, place where whole or week <= 4`,
]

const perSession = `place, generate_series(1, 5) number where whole`

const threads = [
  `insert into dose (practice_id, id, person_id, course_id, session_id, product, form, route, label_mg, label_salt, base_mg,
     given_by, given_at, deviation, because, recorded_by)
   select practice_id, gen_random_uuid(), person_id, course_id, ${session('number')}, 'racemic', 'lozenge', 'sublingual', 100,
     'base', 100, member_id, now() - (6 - number) * interval '14 days', false, '{}', member_id from ${perSession}`,
  `insert into course_review (practice_id, id, person_id, course_id, decision, reason, next_review_at, reviewed_by, reviewed_at)
   select practice_id, gen_random_uuid(), person_id, course_id, 'continue', 'Bench.', now() + interval '7 days', member_id,
     now() - interval '20 days' from place where whole`,
  `insert into intention (practice_id, id, person_id, course_id, words, said_at)
   select practice_id, gen_random_uuid(), person_id, course_id, 'To be at rest.', now() - (6 - number) * interval '14 days'
   from ${perSession}`,
  `insert into belief (practice_id, id, person_id, course_id, words, said_at)
   select practice_id, ${idOf(`'belief ' || practice || ' ' || n`)}, person_id, course_id, 'I may rest.',
     now() - interval '80 days' from place where whole`,
  `insert into belief_rating (practice_id, id, person_id, course_id, belief_id, rating, rated_at)
   select practice_id, gen_random_uuid(), person_id, course_id, ${idOf(`'belief ' || practice || ' ' || n`)}, 10 * number,
     now() - (6 - number) * interval '14 days' from ${perSession}`,
  `insert into insight (practice_id, id, person_id, course_id, session_id, words, arisen_at)
   select practice_id, ${idOf(`'insight ' || practice || ' ' || n || ' ' || number`)}, person_id, course_id,
     ${session('number')}, 'Rest is no reward.', now() - (6 - number) * interval '14 days' from ${perSession}`,
  `insert into insight_sharing (practice_id, id, person_id, insight_id, audience, decided_at)
   select practice_id, gen_random_uuid(), person_id, ${idOf(`'insight ' || practice || ' ' || n || ' ' || number`)},
     'team', now() from ${perSession}`,
  `insert into exercise (practice_id, id, person_id, course_id, insight_id, words, begun_at)
   select practice_id, ${idOf(`'exercise ' || practice || ' ' || n || ' ' || number`)}, person_id, course_id,
     ${idOf(`'insight ' || practice || ' ' || n || ' ' || number`)}, 'A walk in the evening.',
     now() - (6 - number) * interval '14 days' from ${perSession}`,
  `insert into exercise_log (practice_id, id, person_id, exercise_id, outcome, logged_at)
   select practice_id, gen_random_uuid(), person_id, ${idOf(`'exercise ' || practice || ' ' || n || ' ' || number`)}, 'done',
     now() - (6 - number) * interval '13 days' from ${perSession}`,
]

function fullPeople({ practices, full, from = 1 }: Extent): Seeded['sessions'] {
  const id = (what: string) => {
    const made = createHash('md5').update(what).digest('hex')
    const hex = `${made.slice(0, 12)}8${made.slice(13, 16)}8${made.slice(17)}`
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
  return Array.from({ length: practices }, (_, at) => from + at).flatMap((practice) =>
    Array.from({ length: full }, (_, at) => {
      const place = `${practice} ${at + 1}`
      return {
        isAhead: (practice + at + 1) % 2 === 0,
        personId: id(`person ${place}`),
        courseId: id(`course ${place}`),
        sessionId: id(`session ${place} 6`),
        monitor: { seatId: id(`member ${practice}`), token: `member-${practice}` },
        token: `person-${practice}-${at + 1}`,
      }
    }),
  )
}
