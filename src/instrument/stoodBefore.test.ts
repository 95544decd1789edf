import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { addCourse, addPerson } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import type { Actor } from '../kernel/actor.ts'
import { day } from '../kernel/instant.ts'
import { inPractice, nobody } from '../platform/db/door.ts'
import type { PracticeTx } from '../platform/db/tx.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, db, practiceId, people } = clinic

const personId = people.client.seatId
const first = await addCourse(owner, practiceId, personId)
const second = await addCourse(owner, practiceId, personId)
const other = await addPerson(owner, practiceId)
const now = Date.now()

interface Kept {
  readonly id: string
  readonly personId: string
  readonly total: number
  readonly daysAgo: number
  readonly courseId: string | null
  readonly replaces: string | null
  readonly instrumentId: string
}

const keep = (kept: Kept) =>
  owner.query(
    `insert into instrument_response (practice_id, id, person_id, course_id, instrument_id, instrument_version, language, answers,
       withheld, status, scores, total, flags, answered_at, answered_by, given, replaces)
     values ($1, $2, $3, $4, $5, '1', 'en', $6, '{}', 'complete', '{}', $7, '{}', $8, $9, 'together', $10)`,
    [
      practiceId,
      kept.id,
      kept.personId,
      kept.courseId,
      kept.instrumentId,
      { answers: [kept.id] },
      kept.total,
      new Date(now - kept.daysAgo * day),
      people.therapist.seatId,
      kept.replaces,
    ],
  )

const one = <T>(all: readonly T[], at: number): T => all[at % all.length]!

/** Of two courses and of none, of two forms and two people. */
const fresh = (n: number): Kept => ({
  id: randomUUID(),
  personId: n % 11 === 0 ? other.seatId : personId,
  courseId: n % 11 === 0 ? null : one([first.courseId, second.courseId, null], n),
  instrumentId: n % 7 === 0 ? 'gad-7' : 'phq-9',
  total: (n * 7) % 27,
  daysAgo: ((n * 37) % 400) + 0.25,
  replaces: null,
})

const mended = (kept: Kept): Kept => ({
  ...kept,
  id: randomUUID(),
  total: kept.total + 1,
  replaces: kept.id,
})

/** Scattered over more than a year; each fifth corrects an earlier one. */
async function scattered(): Promise<Kept[]> {
  const all: Kept[] = []
  for (let n = 0; n < 60; n += 1) {
    const earlier = n % 5 === 4 ? all[n - 3] : undefined
    all.push(earlier?.replaces === null ? mended(earlier) : fresh(n))
    await keep(all.at(-1)!)
  }
  return all
}

/** The same four questions, each asked of the table itself, under the fence. */
async function askedApart(tx: PracticeTx, { answered, corrected }: Asked) {
  const known = sql`'60 days'::interval`
  const at = sql`${answered}::timestamptz`
  const standing = sql`from instrument_response b where b.practice_id = app_practice() and b.person_id = ${personId}
    and b.instrument_id = 'phq-9'
    and not exists (select from instrument_response c where c.practice_id = b.practice_id and c.replaces = b.id)`
  const newest = sql`order by (b.id is not distinct from ${corrected}::uuid) desc, b.answered_at desc limit 1`
  const another = sql`b.id is distinct from ${corrected}::uuid`
  const mended = sql`b.id = ${corrected}::uuid`
  return tx
    .selectNoFrom([
      sql<number | null>`(select min(b.total) ${standing} and b.answered_at <= ${at} and ${another})`.as(
        'best',
      ),
      sql`(select b.answers ${standing} and (b.answered_at <= ${at} or ${mended})
        and (b.answered_at > ${at} - ${known} or ${mended}) ${newest})`.as('last'),
      sql<number | null>`(select min(b.total) ${standing} and ${another})`.as('knownBest'),
      sql`(select b.answers ${standing} and (b.answered_at > care_now(app_practice()) - ${known} or ${mended}) ${newest})`.as(
        'knownLast',
      ),
    ])
    .executeTakeFirstOrThrow()
}

interface Asked {
  readonly answered: string
  readonly corrected: string | null
}

const askedTogether = async (tx: PracticeTx, { answered, corrected }: Asked) => {
  const { before } = await tx
    .selectNoFrom(
      sql<object | null>`stood_before(${personId}, 'phq-9', ${answered}, ${corrected}, '60 days')`.as(
        'before',
      ),
    )
    .executeTakeFirstOrThrow()
  return before ?? nothing
}

const nothing = { best: null, last: null, knownBest: null, knownLast: null }
const member: Actor = { ...nobody, practiceId, seatId: people.therapist.seatId }
/** Whoever comes to one course alone has a seat here too. */
const guest = { ...member, personId, courseId: first.courseId }
const readers: Readonly<Record<string, Actor>> = {
  member,
  client: { ...nobody, practiceId, personId },
  guest,
  'guest of the other course': { ...guest, courseId: second.courseId },
  'guest of a course that is not theirs': { ...guest, courseId: randomUUID() },
  'another client': { ...nobody, practiceId, personId: other.seatId },
  'another practice': { ...nobody, practiceId: randomUUID(), seatId: people.therapist.seatId },
  nobody,
}

const all = await scattered()
/** The one that decides the lowest, and one that was corrected already. */
const standing = all.filter(
  ({ id, personId: whose, instrumentId }) =>
    whose === personId && instrumentId === 'phq-9' && !all.some(({ replaces }) => replaces === id),
)
const [lowest] = standing.toSorted((one, other) => one.total - other.total)
const replaced = all.find(({ id }) => all.some(({ replaces }) => replaces === id))
const moments = [0, 3, 30, 90, 200, 390].flatMap((daysAgo): Asked[] =>
  [null, lowest!.id, standing.at(-1)!.id, replaced!.id, randomUUID()].map((corrected) => ({
    answered: new Date(now - daysAgo * day).toISOString(),
    corrected,
  })),
)

test.each(Object.entries(readers))('%s is told what the table itself does', async (name, reader) => {
  await inPractice(db, reader, async (tx) => {
    const told = []
    for (const asked of moments) {
      told.push(await askedTogether(tx, asked))
      expect(told.at(-1)).toEqual(await askedApart(tx, asked))
    }
    const hidden = ['another client', 'another practice', 'nobody', 'guest of a course that is not theirs']
    const kinds = new Set(told.map((answer) => JSON.stringify(answer)))
    expect(kinds.size > 5 ? 'much' : [...kinds]).toEqual(
      hidden.includes(name) ? [JSON.stringify(nothing)] : 'much',
    )
  })
})

test('to a tablet it tells nothing', async () => {
  await inPractice(db, member, async (tx) => {
    await tx.selectNoFrom(sql`set_config('app.tablet_id', ${randomUUID()}, true)`.as('tablet')).execute()
    for (const asked of moments) expect(await askedTogether(tx, asked)).toEqual(nothing)
  })
})
