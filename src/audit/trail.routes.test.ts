import { afterAll, expect, test } from 'vitest'
import { actions } from '../access/policy.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { areaOf, pageOfTrail, type TrailEntry } from './trail.ts'
import { en } from './words.trail.en.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

const read = async (query = ''): Promise<{ entries: TrailEntry[]; more: boolean }> =>
  (await ask(people.auditor, `/api/practice/trail${query}`)).json()
const personId = people.client.seatId

test('an auditor reads who read, wrote and was turned away, newest first, with the reason of a refusal', async () => {
  await ask(people.therapist, `/api/people/${personId}`)
  await ask(people.therapist, '/api/people/taken-in', { body: {} })
  await ask(people.foreigner, `/api/people/${personId}`)
  const { entries } = await read()
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted((a, b) => b - a))
  expect(entries).toContainEqual(
    expect.objectContaining({
      kind: 'read',
      area: 'person',
      action: 'person.read',
      name: 'Member therapist',
      roles: ['therapist'],
      personId,
      refusal: null,
    }),
  )
  expect(entries).toContainEqual(
    expect.objectContaining({ kind: 'refused', action: 'person.create', refusal: 'not-allowed' }),
  )
})

test('a client’s own reading is told as the client’s, by name', async () => {
  await ask(people.client, `/api/people/${personId}/openings`)
  const { entries } = await read(`?about=${personId}`)
  expect(entries).toContainEqual(
    expect.objectContaining({ who: 'client', whoId: personId, action: 'person.history', kind: 'read' }),
  )
})

test('it is narrowed by kind, by member, by person and by day, each alone and together', async () => {
  await ask(people.prescriber, `/api/people/${personId}`)
  expect(new Set((await read('?kind=refused')).entries.map(({ kind }) => kind))).toEqual(new Set(['refused']))
  const by = await read(`?by=${people.prescriber.seatId}`)
  expect(new Set(by.entries.map(({ whoId }) => whoId))).toEqual(new Set([people.prescriber.seatId]))
  const both = await read(`?by=${people.prescriber.seatId}&about=${personId}&kind=read`)
  expect(both.entries.length).toBeGreaterThan(0)
  expect((await read('?until=2020-01-01')).entries).toEqual([])
})

test('long trails come in pages that neither repeat nor leave out a row', async () => {
  await owner.query(
    `insert into audit_event (practice_id, roles, action, subject_kind, effect, outcome)
     select $1, 'service:planted', 'practice.read', 'practice', false, 'done' from generate_series(1, 230)`,
    [practiceId],
  )
  const seen: string[] = []
  let before = ''
  for (;;) {
    const page = await read(before && `?before=${before}`)
    expect(page.entries.length).toBeLessThanOrEqual(pageOfTrail)
    seen.push(...page.entries.map(({ id }) => id))
    if (!page.more) break
    before = page.entries.at(-1)!.id
  }
  expect(new Set(seen).size).toBe(seen.length)
  const { rows } = await owner.query('select count(*)::int as n from audit_event where practice_id = $1', [
    practiceId,
  ])
  // Each page but the first was itself written down after it was read.
  expect(seen.length).toBeGreaterThanOrEqual(rows[0].n - 4)
})

test('no other practice’s row is in it, and nobody but an auditor may read it', async () => {
  const mine = await read()
  const { rows } = await owner.query('select id::text from audit_event where practice_id <> $1', [practiceId])
  const others = new Set(rows.map(({ id }) => id))
  expect(rows.length).toBeGreaterThan(0)
  expect(mine.entries.filter(({ id }) => others.has(id))).toEqual([])
  for (const who of [people.administrator, people.prescriber, people.client, people.foreigner])
    expect((await ask(who, '/api/practice/trail')).statusCode).toBe(403)
})

test('a damaged question is answered with what to mend', async () => {
  const reply = await ask(people.auditor, '/api/practice/trail?before=x')
  expect(reply.statusCode).toBe(422)
})

test('whatever the policy names has words in the trail', () => {
  const areas: Readonly<Record<string, string>> = en.areas
  expect(actions.map(areaOf).filter((area) => !(area in areas))).toEqual([])
})
