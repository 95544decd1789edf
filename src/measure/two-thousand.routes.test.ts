import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { addTreated } from '../app/testing/treated.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'
import { refreshPoints } from './outcome.commands.ts'
import type { Outcomes } from './outcome.contract.ts'
import { plainCount, type Course, type Plain } from './testing/plain.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, db } = clinic

type Time = Outcomes['times'][number]
type Part = Time['byProtocol'][number]

const isFew = (courses: number) => courses > 0 && courses < 11

async function refresh(ids: readonly string[]) {
  const left = [...ids]
  const some = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const personId = id
      await inPractice(db, serviceIn(practiceId, 'outcomes'), (tx) => refreshPoints(tx, personId))
    }
  }
  await Promise.all([some(), some(), some(), some()])
}

/** Facts that a practice has and a tidy sample has not, each on courses of its own (`n` counts them from 1). */
const untidy = [
  // Never asked before the first dose, and asked too long before it.
  `delete from instrument_response r using of_course c where r.course_id = c.id and c.n between 1 and 40 and r.answered_at = c.begun_at`,
  `update instrument_response r set answered_at = r.answered_at - interval '70 days' from of_course c
   where r.course_id = c.id and c.n between 41 and 70 and r.answered_at = c.begun_at`,
  // Nothing to get better from: half of nothing is no response.
  `update instrument_response r set total = 0, band = 'minimal' from of_course c
   where r.course_id = c.id and c.n between 71 and 90 and r.answered_at = c.begun_at`,
  // Answered in part: without a total it is not seen.
  `update instrument_response r set total = null, band = null, status = 'incomplete' from of_course c
   where r.course_id = c.id and c.n between 91 and 140 and r.answered_at > c.begun_at`,
  // Early, late, and between two times.
  `update instrument_response r set answered_at = r.answered_at - c.n * interval '67 minutes' from of_course c
   where r.course_id = c.id and c.n between 141 and 400 and r.answered_at > c.begun_at`,
  `update instrument_response r set answered_at = r.answered_at + (c.n - 300) * interval '1 day' from of_course c
   where r.course_id = c.id and c.n between 401 and 500 and r.answered_at > c.begun_at + interval '110 days'
     and r.answered_at + interval '201 days' < care_now(c.practice_id)`,
  // Twice at one time, first the one further from its day.
  `insert into instrument_response (practice_id, id, person_id, course_id, instrument_id, instrument_version, language,
     answers, withheld, status, scores, total, band, flags, answered_at)
   select r.practice_id, gen_random_uuid(), r.person_id, r.course_id, 'phq-9', '1', 'es', '{"answers": []}', '{}', 'complete', '{}',
     27 - r.total, null, '{}', r.answered_at - interval '3 days'
   from instrument_response r join of_course c on r.course_id = c.id where c.n between 501 and 620 and r.answered_at > c.begun_at`,
]

/** Too few to be told apart: seven on another way, and nine who began with next to nothing. */
const fewApart = [
  `update course set protocol_id = 'iv-therapy' from of_course c where course.id = c.id and c.n between 701 and 707`,
  `update dose set route = 'iv', form = 'infusion' from of_course c where dose.course_id = c.id and c.n between 701 and 707`,
  `update instrument_response r set total = 3, band = 'nearly-none' from of_course c
   where r.course_id = c.id and c.n between 708 and 716 and r.answered_at = c.begun_at`,
]

async function written(statements: readonly string[]) {
  await owner.query('begin; set local session_replication_role = replica')
  await owner.query(
    `create temp table of_course on commit drop as
       select c.*, row_number() over (order by c.begun_at, c.id)::int as n from course c where c.practice_id = '${practiceId}'`,
  )
  for (const statement of statements)
    expect([statement, ((await owner.query(statement)).rowCount ?? 0) > 5]).toEqual([statement, true])
  await owner.query('commit')
}

async function factsOf(): Promise<Course[]> {
  const { rows } = await owner.query(
    `select c.protocol_id as protocol, min(d.route) as route,
       array_agg(extract(epoch from d.given_at) * 1000)::float8[] as doses,
       (select coalesce(json_agg(json_build_object('at', extract(epoch from r.answered_at) * 1000, 'total', r.total, 'band', r.band)), '[]')
        from instrument_response r where r.course_id = c.id and r.instrument_id = 'phq-9') as answers
     from course c join dose d on d.course_id = c.id where c.practice_id = $1 group by c.practice_id, c.id, c.protocol_id`,
    [practiceId],
  )
  return rows
}

const read = async (): Promise<Outcomes> => {
  const reply = await ask(people.therapist, '/api/outcomes?instrument=phq-9')
  expect(reply.statusCode).toBe(200)
  return reply.json()
}

const toldBy = {
  response: ['response'],
  remission: ['remission'],
  reliable: ['improved', 'deteriorated'],
  change: ['medianChange', 'quartiles'],
} as const

/** In what is told of some courses, what a plain count of them says otherwise; and what is known of too few and told all the same. */
function wrongIn(told: NonNullable<Part['outcome']>, plain: Plain): unknown[] {
  const { known, changes: _, ...counted } = plain
  const untold = told.untold.flatMap((result): readonly string[] => toldBy[result])
  const [hidden, shown] = [untold, Object.keys(counted).filter((name) => !untold.includes(name))]
  const saidOf = (name: string) => told[name as keyof typeof told]
  const few = Object.entries(known).filter(([, of]) => isFew(of))
  return [
    ...few.map(([result]) => result).filter((result) => !(told.untold as string[]).includes(result)),
    ...hidden.filter((name) => saidOf(name) !== null),
    ...shown
      .map((name) => [name, near(saidOf(name)), near(counted[name as keyof typeof counted])])
      .filter(([, one, other]) => !isDeepStrictEqual(one, other)),
  ]
}

/** Both ways of working an interval out agree to ten places. */
const near = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toFixed(10)) : one)))

const tablesOf = ({ byProtocol, byRoute, byBand }: Time) =>
  [
    [byProtocol, (course: Course) => course.protocol],
    [byRoute, (course: Course) => course.route],
    [byBand, (_: Course, band: string | null) => band ?? 'unknown'],
  ] as const

let times: readonly Time[]
let count: ReturnType<typeof plainCount>
const reread = async () => {
  const { countedAt, ...outcomes } = await read()
  times = outcomes.times
  count = plainCount(await factsOf(), countedAt)
}

beforeAll(async () => {
  await addTreated(owner, practiceId, 2_000)
  await written(untidy)
  const { rows } = await owner.query('select person_id as id from course where practice_id = $1', [
    practiceId,
  ])
  await refresh(rows.map(({ id }) => id))
  await reread()
})

test('at every time the whole is what a plain count of the facts says', () => {
  expect(times.map(({ time }) => time)).toEqual(['week', 'month', 'quarter', 'half-year', 'year'])
  expect(times.flatMap(({ time, whole }) => wrongIn(whole!, count.whole(time)))).toEqual([])
  // The sample has something of everything that is counted.
  const [week, month] = times
  expect(week!.whole!.started).toBeGreaterThan(1_900)
  expect(month!.whole!.assessed).toBeGreaterThan(200)
  expect(month!.whole!.missing).toBeGreaterThan(200)
  expect(times.some(({ whole }) => whole!.awaited > 10)).toBe(true)
  expect(month!.whole!.response!.ofAssessed.of).toBeLessThan(month!.whole!.assessed)
})

/** Each table of parts, as it is told, beside the same parts counted plainly. */
const tables = () =>
  times.flatMap((time) =>
    tablesOf(time).map(([told, keyOf]) => ({
      whole: time.whole!.started,
      told,
      plain: count.parts(time.time, keyOf),
    })),
  )

const wrongInTables = () =>
  tables().flatMap(({ told, plain }) =>
    told.flatMap(({ key, outcome }) =>
      outcome ? wrongIn(outcome, plain.get(key)!).map((what) => [key, what]) : [],
    ),
  )

test('and so is every part that is shown, and every step of change', () => {
  for (const { told, plain } of tables())
    expect(told.map(({ key }) => key).toSorted()).toEqual([...plain.keys()].toSorted())
  expect(wrongInTables()).toEqual([])
  expect(tables().flatMap(({ told }) => told.filter(({ outcome }) => outcome)).length).toBeGreaterThan(25)
  // Nothing is hidden where no part needs it.
  const roomy = tables().filter(({ plain }) => ![...plain.values()].some(({ started }) => isFew(started)))
  expect(roomy.length).toBeGreaterThan(8)
  expect(roomy.flatMap(({ told }) => told.filter(({ outcome }) => !outcome))).toEqual([])
  expect(times.flatMap(wrongSteps)).toEqual([])
})

/** Steps of three points: each holds whom it says, too few are not told, and none is left out. */
function wrongSteps({ time, bins }: Time): unknown[] {
  const { changes } = count.whole(time)
  const plain = bins.map(({ from, to }) => changes.filter((change) => change >= from && change <= to).length)
  const told = bins.reduce((sum, { courses }) => sum + (courses ?? 0), 0)
  const stepless = changes.filter((change) => !bins.some(({ from, to }) => change >= from && change <= to))
  return [
    ...bins.filter(({ from, to }) => to - from !== 2),
    ...bins.filter(({ courses }, step) => courses !== null && (courses !== plain[step] || isFew(courses))),
    ...bins.filter(({ courses }, step) => courses === null && plain[step] === 0),
    ...(isFew(changes.length) ? bins : stepless),
    ...(isFew(changes.length - told) && bins.length > 0 ? [[time, 'can be worked out']] : []),
  ]
}

describe('with some that are too few to be told apart', () => {
  beforeAll(async () => {
    await written(fewApart)
    const { rows } = await owner.query(
      `select c.person_id as id from (
         select person_id, row_number() over (order by begun_at, id) as n from course where practice_id = $1) c
       where c.n between 701 and 716`,
      [practiceId],
    )
    await refresh(rows.map(({ id }) => id))
    await reread()
  })

  test('they are hidden, and cannot be worked out from what is shown; what is shown is still right', () => {
    expect(times.flatMap(({ time, whole }) => wrongIn(whole!, count.whole(time)))).toEqual([])
    expect(wrongInTables()).toEqual([])
    expect(times.flatMap(wrongSteps)).toEqual([])
    const small = tables().flatMap(({ told, plain }) =>
      told.filter(({ key }) => isFew(plain.get(key)!.started)),
    )
    expect(small.length).toBeGreaterThan(8)
    expect(small.filter(({ outcome }) => outcome)).toEqual([])
    for (const { whole, told } of tables())
      expect(isFew(whole - told.reduce((sum, { outcome }) => sum + (outcome?.started ?? 0), 0))).toBe(false)
    const hidden = (parts: readonly Part[]) => parts.filter(({ outcome }) => !outcome).map(({ key }) => key)
    const [week] = times
    expect(hidden(week!.byProtocol)).toEqual(['im', 'iv-therapy'])
    expect(hidden(week!.byRoute)).toEqual(['im', 'iv'])
    expect(hidden(week!.byBand)).toContain('nearly-none')
  })
})
