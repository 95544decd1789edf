import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addPerson, assign, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { openTablet } from '../app/testing/tablets.ts'
import { packs } from './pack.content.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic
const { administrator } = people

let client: Someone
beforeAll(async () => {
  await owner.query(`insert into care_clock (practice_id, ahead) values ($1, $2::timestamptz - now())`, [
    practiceId,
    new Date(machineStart).toISOString(),
  ])
  client = await addPerson(owner, practiceId, 'Ana')
  await assign(owner, { member: people.therapist, personId: client.seatId })
})

const edition = packs().get('swls')!.edition
const accept = (more: object = {}, who = administrator) =>
  ask(who, '/api/packs', {
    body: { id: randomUUID(), instrumentId: 'swls', edition, language: 'en', ...more },
  })
const takeBack = (reason = 'We do not use it any longer.', instrumentId = 'swls') =>
  ask(administrator, '/api/packs/taken-back', {
    body: { id: randomUUID(), instrumentId, language: 'en', reason },
  })
const now = async (id = 'swls') =>
  (await ask(administrator, '/api/packs'))
    .json()
    .packs.find(({ instrumentId }: { instrumentId: string }) => instrumentId === id)
const rows = async (sql: string, ...values: unknown[]) => (await owner.query(sql, values)).rows
const schedule = (...instruments: string[]) =>
  ask(administrator, '/api/asking-schedule', {
    body: {
      id: randomUUID(),
      lines: [
        {
          id: 'wellbeing',
          on: 'enrolment',
          after: { hours: 0 },
          opensHoursBefore: 0,
          closesHoursAfter: 720,
          remindHoursAfter: null,
          instruments,
        },
      ],
    },
  })
const asked = async () =>
  (await ask(client, `/api/people/${client.seatId}/asking`))
    .json()
    .due.map(({ instrument }: { instrument: { id: string } }) => instrument.id)
const answers = { answers: [5, 5, 5, 5, 5] }
const send = () =>
  ask(client, `/api/people/${client.seatId}/answers`, {
    body: { id: randomUUID(), instrumentId: 'swls', language: 'en', answers, withheld: {} },
  })
const ownAnswers = async () =>
  (await ask(client, `/api/people/${client.seatId}/own-answers`))
    .json()
    .matters.find(({ instrumentId }: { instrumentId: string }) => instrumentId === 'swls')

describe('a pack', () => {
  test('is off: its words are asked of nobody, on no schedule and on no tablet', async () => {
    expect(await now()).toMatchObject({ held: false, languages: ['en'], without: { es: 'copies-differ' } })
    expect((await schedule('swls')).statusCode).toBe(422)
    const tablets = await ask(people.therapist, `/api/people/${client.seatId}/tablet`)
    expect(tablets.body).not.toContain('swls')
  })

  test('is accepted by an administrator alone, and never without the text that was read', async () => {
    for (const who of [people.therapist, people.coordinator, client])
      expect((await accept({}, who)).statusCode).toBe(403)
    expect((await accept({ edition: '2001-01' })).json()).toMatchObject({ kind: 'changed-meanwhile' })
    expect((await accept({ instrumentId: 'itq' })).statusCode).toBe(404)
    expect((await accept({ instrumentId: 'phq-9' })).statusCode).toBe(404)
    expect((await takeBack()).statusCode).toBe(404)
    expect(await rows('select 1 from pack_acceptance where practice_id = $1', practiceId)).toEqual([])
  })

  test('accepted, it is kept who did, when, and the text word for word; then it can be asked', async () => {
    expect((await accept()).statusCode).toBe(200)
    expect(
      await rows(
        `select instrument_id, edition, language, words, accepted, decided_by from pack_acceptance
         where practice_id = $1`,
        practiceId,
      ),
    ).toEqual([
      {
        instrument_id: 'swls',
        edition,
        language: 'en',
        words: packs().get('swls')!.condition.en,
        accepted: true,
        decided_by: administrator.seatId,
      },
    ])
    expect(await now()).toMatchObject({
      held: true,
      decisions: [{ by: 'Member administrator', accepted: true }],
    })
    expect((await schedule('swls')).statusCode).toBe(200)
    expect(await asked()).toEqual(['swls'])
    expect(
      await rows(
        `select count(*)::int from audit_event where practice_id = $1 and action = 'practice.settle' and effect`,
        practiceId,
      ),
    ).not.toEqual([{ count: 0 }])
  })

  test('on the practice’s tablet, too', async () => {
    const handed = { personId: client.seatId, instrumentId: 'swls', by: people.therapist }
    const token = await openTablet(clinic, handed)
    const form = await ask(undefined, '/api/tablet/form', { headers: { 'throughline-tablet': token } })
    expect(form.json().instrument.languages.en.items['1']).toContain('my life')
  })

  test('its words cannot be replaced by others while it is held', async () => {
    const { languages } = packs().get('swls')!
    const reply = await ask(administrator, '/api/wordings', {
      body: {
        id: randomUUID(),
        instrumentId: 'swls',
        language: 'en',
        wording: languages.en,
        licence: 'Ours',
      },
    })
    expect(reply.json().fields).toMatchObject([{ path: 'language', fault: 'has-words' }])
  })

  test('taken back with a sentence, nothing new is asked; what was answered stays, in the words it was asked in', async () => {
    expect((await send()).statusCode).toBe(200)
    expect((await takeBack(' ')).statusCode).toBe(422)
    expect((await takeBack()).statusCode).toBe(200)
    expect(await now()).toMatchObject({ held: false, decisions: [{ accepted: false }, { accepted: true }] })
    const other = await addPerson(owner, practiceId, 'Luz')
    const due = (await ask(other, `/api/people/${other.seatId}/asking`)).json().due
    expect(due).toEqual([])
    expect((await ownAnswers()).times).toMatchObject([
      {
        answers: [
          { question: expect.stringContaining('my ideal'), answer: 'Slightly agree' },
          {},
          {},
          {},
          {},
        ],
      },
    ])
    const read = await ask(people.therapist, `/api/people/${client.seatId}/measures`)
    expect(JSON.stringify(read.json().measures)).toContain('"total":25')
  })

  test('accepted in another edition it is not held: the new text is to be read first', async () => {
    expect((await accept()).statusCode).toBe(200)
    await owner.query(
      `insert into pack_acceptance (practice_id, id, instrument_id, edition, language, words, accepted, decided_by, decided_at)
       values ($1, gen_random_uuid(), 'swls', '2001-01', 'en', 'An older text.', true, $2, now())`,
      [practiceId, administrator.seatId],
    )
    expect(await now()).toMatchObject({ held: false })
    expect((await schedule('swls')).statusCode).toBe(422)
  })
})

test('another practice’s acceptance opens nothing here', async () => {
  const stranger = await addMember(owner, clinic.elsewhere, ['administrator'])
  const theirs = { instrumentId: 'audit', edition: packs().get('audit')!.edition }
  expect((await accept(theirs, stranger)).statusCode).toBe(200)
  expect(await now('audit')).toMatchObject({ held: false, decisions: [] })
})
