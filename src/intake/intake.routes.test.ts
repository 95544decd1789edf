import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { bundleOf, condition, patient, textOf } from '../app/testing/bundle.ts'
import { assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner } = clinic

const fixture = (name: string) => readFileSync(`src/intake/fixtures/${name}.json`, 'utf8')
const send = (referral: string, as: Someone = people.coordinator, intentKey = randomUUID()) =>
  ask(as, '/api/referrals', { body: { referral, who: 'new' }, intentKey })
const historyOf = async (personId: string, as: Someone = people.coordinator) =>
  (await ask(as, `/api/people/${personId}/history`)).json()

const tables = ['person', 'person_identifier', 'referral', 'history_item', 'history_statement']
async function rowCounts(): Promise<number[]> {
  const counts = tables.map((table) => `(select count(*)::int from ${table})`).join(', ')
  const { rows } = await owner.query(`select array[${counts}] as counts`)
  return rows[0].counts
}

/** A person whom only this test knows: a number of their own. */
const someone = (more: Record<string, unknown> = {}) => {
  const identifier = [{ system: 'https://clinic.example/mrn', value: `EX-${randomUUID()}` }]
  return { ...patient({ identifier }), ...more }
}
const of = (...resources: unknown[]) => textOf(bundleOf(...resources))

describe('a referral that comes in', () => {
  test('makes a person, with everything coded, its source, and what was not taken over', async () => {
    const reply = await send(fixture('plain'))
    expect(reply.statusCode).toBe(200)
    const answer = reply.json()
    expect(answer).toMatchObject({
      outcome: 'created',
      imported: { problem: 1, medicine: 1, allergy: 0, measurement: 4, procedure: 0, visit: 1 },
      unread: [
        { what: 'Organization', entry: 1, why: 'not-kept' },
        { what: 'Immunization', entry: 9, why: 'not-kept' },
      ],
      partly: [],
    })
    const { person } = (await ask(people.coordinator, `/api/people/${answer.personId}`)).json()
    expect(person).toMatchObject({
      givenName: 'Marisol',
      familyName: 'Example',
      birthDate: '1984-03-09',
      gender: 'female',
      language: 'es',
      phone: '555-0101',
      city: 'Los Angeles',
      postalCode: '90026',
    })
    const history = await historyOf(answer.personId)
    expect(history.items.map(({ standing }: { standing: string }) => standing)).toEqual(
      Array(7).fill('to-be-confirmed'),
    )
    expect(history.items[0].item).toMatchObject({
      kind: 'problem',
      coded: { codings: [{ system: 'http://snomed.info/sct', code: '370143000' }] },
      source: { type: 'Condition', id: 'c-1', entry: 2 },
    })
    expect(history.referrals).toMatchObject([{ entries: 10, receivedBy: 'Member coordinator' }])
    expect(history.identifiers).toEqual([
      { system: 'https://clinic.example/mrn', type: 'MR', ending: '1001' },
    ])
  })

  test('twice is one person, and adds nothing twice', async () => {
    const referral = of(someone(), condition())
    const first = (await send(referral)).json()
    const before = await rowCounts()
    const again = (await send(referral)).json()
    expect(again).toMatchObject({
      personId: first.personId,
      outcome: 'matched',
      imported: { problem: 0 },
      already: { problem: 1 },
    })
    expect(await rowCounts()).toEqual(before)
  })

  test('ten times at once is one person', async () => {
    const referral = of(someone(), condition(), condition({ id: 'second', onsetDateTime: '2020' }))
    const before = await rowCounts()
    const replies = await Promise.all(Array.from({ length: 10 }, () => send(referral)))
    expect(new Set(replies.map((reply) => reply.json().personId)).size).toBe(1)
    expect(replies.map((reply) => reply.json().outcome).toSorted()).toEqual([
      'created',
      ...Array(9).fill('matched'),
    ])
    expect(await rowCounts()).toEqual(before.map((rows, place) => rows + [1, 1, 1, 2, 0][place]!))
  })

  test('with no number for the person is known again by the file itself', async () => {
    const referral = of(
      patient({ identifier: [], id: 'pat', telecom: [{ system: 'phone', value: randomUUID() }] }),
      condition(),
    )
    const first = (await send(referral)).json()
    expect((await send(referral)).json()).toMatchObject({ personId: first.personId, outcome: 'matched' })
  })

  test('later, with more in it, adds what is new to the same person', async () => {
    const who = someone()
    const first = (await send(of(who, condition()))).json()
    const more = (await send(of(who, condition(), condition({ id: 'new', onsetDateTime: '2022' })))).json()
    expect(more).toMatchObject({
      personId: first.personId,
      outcome: 'matched',
      imported: { problem: 1 },
      already: { problem: 1 },
    })
    expect((await historyOf(first.personId)).referrals).toHaveLength(2)
  })

  test('is retried with the same key and told the same', async () => {
    const [referral, intentKey] = [of(someone()), randomUUID()]
    const first = await send(referral, people.coordinator, intentKey)
    const again = await send(referral, people.coordinator, intentKey)
    expect(again.body).toBe(first.body)
  })

  test('under a new family name, or with a mistyped birthday, is the same person', async () => {
    const who = someone()
    const { personId } = (await send(of(who))).json()
    expect(
      (await send(of({ ...who, name: [{ family: 'Newname', given: ['Robin'] }] }))).json(),
    ).toMatchObject({ personId, outcome: 'matched' })
    expect((await send(of({ ...who, birthDate: '1980-02-28' }))).json()).toMatchObject({
      personId,
      outcome: 'matched',
    })
  })

  test('stands on the trail of the person it was about', async () => {
    const { personId } = (await send(of(someone()))).json()
    const { rows } = await owner.query(
      `select action, outcome, effect from audit_event where person_id = $1`,
      [personId],
    )
    expect(rows).toEqual([{ action: 'referral.import', outcome: 'done', effect: true }])
  })

  test('in another practice makes a person there, unknown here', async () => {
    const referral = of(someone())
    const here = (await send(referral)).json()
    const there = (await send(referral, people.foreigner)).json()
    expect(there.outcome).toBe('created')
    expect((await ask(people.foreigner, `/api/people/${here.personId}/history`)).statusCode).toBe(404)
  })

  test('of four megabytes is taken over', async () => {
    const referral = of(
      someone({ extension: [{ url: 'https://x.example', valueString: '"'.repeat(2_000_000) }] }),
    )
    expect(referral.length).toBeGreaterThan(4_000_000)
    expect((await send(referral)).statusCode).toBe(200)
  })

  test('with characters no database keeps is taken over without them', async () => {
    const { personId } = (await send(of(someone(), condition({ code: { text: 'a\u0000b\uD800' } })))).json()
    expect((await historyOf(personId)).items[0].item.coded.text).toBe('ab\uFFFD')
  })
})

describe('a referral that is refused changes nothing', () => {
  test.each([
    { named: 'cut off', referral: fixture('plain').slice(0, 3_000), kind: 'referral-damaged', status: 422 },
    { named: 'too large', referral: ' '.repeat(6_000_000), kind: 'referral-too-large', status: 413 },
    { named: 'far too large', referral: '"'.repeat(6_000_000), kind: 'too-large', status: 413 },
    { named: 'no bundle', referral: textOf(patient()), kind: 'referral-not-a-bundle', status: 422 },
    { named: 'nobody', referral: of(condition()), kind: 'referral-no-person', status: 422 },
    {
      named: 'two people',
      referral: of(patient(), patient({ id: 'p2' })),
      kind: 'referral-two-persons',
      status: 422,
    },
    {
      named: 'another version',
      referral: of(patient(), condition({ clinicalStatus: 'active' })),
      kind: 'referral-other-version',
      status: 422,
    },
    {
      named: 'someone who has died',
      referral: of(patient({ deceasedBoolean: true })),
      kind: 'referral-person-died',
      status: 422,
    },
  ])('$named: $kind', async ({ referral, kind, status }) => {
    const before = await rowCounts()
    const reply = await send(referral)
    expect([reply.statusCode, reply.json().kind]).toEqual([status, kind])
    expect(await rowCounts()).toEqual(before)
  })

  test('when the number belongs to someone with another name and birthday', async () => {
    const who = someone()
    await send(of(who))
    const before = await rowCounts()
    const reply = await send(of({ ...who, name: [{ family: 'Other' }], birthDate: '1999-01-01' }))
    expect([reply.statusCode, reply.json().kind]).toEqual([409, 'referral-someone-else'])
    expect(await rowCounts()).toEqual(before)
  })

  test('when it bears the numbers of two people', async () => {
    const [one, other] = [someone(), someone()]
    await send(of(one))
    await send(of(other))
    const both = { ...one, identifier: [...(one['identifier'] as []), ...(other['identifier'] as [])] }
    expect((await send(of(both))).json().kind).toBe('referral-matches-two')
  })
})

test('before it is taken over, the coordinator learns whom it would be about', async () => {
  const who = someone()
  const told = {
    identifiers: [{ ...(who['identifier'] as [{ system: string; value: string }])[0], type: '' }],
    givenName: 'Nobody of that name',
    familyName: 'Example',
    otherNames: [],
    birthDate: '1980-02-29',
  }
  const recognise = async (body: object) =>
    (await ask(people.coordinator, '/api/referrals/recognise', { body })).json()
  expect(await recognise(told)).toEqual({ match: 'new', person: null, differs: [], perhaps: [] })
  const { personId } = (await send(of(who))).json()
  expect(await recognise(told)).toMatchObject({
    match: 'known',
    person: { id: personId, familyName: 'Example' },
    differs: [],
  })
  expect(await recognise({ ...told, familyName: 'Else' })).toMatchObject({
    match: 'known',
    differs: ['family-name'],
  })
  expect(await recognise({ ...told, familyName: 'Else', birthDate: '1970' })).toEqual({
    match: 'someone-else',
    person: null,
    differs: [],
    perhaps: [],
  })
})

describe('what clinicians say of it', () => {
  test('an item is confirmed, refuted with a reason, and corrected by a later word', async () => {
    const { personId } = (await send(of(someone(), condition()))).json()
    await assign(owner, { member: people.prescriber, personId })
    const [{ id: itemId }] = (await historyOf(personId, people.prescriber)).items
    const say = (answer: string, note = '') =>
      ask(people.prescriber, `/api/people/${personId}/history/confirmations`, {
        body: { statements: [{ id: randomUUID(), itemId, answer, on: null, note }] },
      })
    expect((await say('refuted')).json().kind).toBe('note-missing')
    expect((await say('refuted', 'entered for another person')).statusCode).toBe(200)
    expect((await historyOf(personId)).items[0]).toMatchObject({
      standing: 'refuted',
      statement: { saidBy: 'Member prescriber' },
    })
    await say('confirmed')
    expect((await historyOf(personId)).items[0].standing).toBe('confirmed')
    const { rows } = await owner.query(
      'select answer from history_statement where item_id = $1 order by number',
      [itemId],
    )
    expect(rows.map(({ answer }) => answer)).toEqual(['refuted', 'confirmed'])
  })

  test('nobody speaks about an item of another person', async () => {
    const { personId } = (await send(of(someone(), condition()))).json()
    const { personId: otherId } = (await send(of(someone(), condition()))).json()
    await assign(owner, { member: people.prescriber, personId })
    const [{ id: itemId }] = (await historyOf(otherId)).items
    const body = { statements: [{ id: randomUUID(), itemId, answer: 'confirmed', on: null, note: '' }] }
    expect(
      (await ask(people.prescriber, `/api/people/${personId}/history/confirmations`, { body })).statusCode,
    ).toBe(404)
  })
})
