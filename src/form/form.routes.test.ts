import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fhirpath, { type Model } from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4/index.js'
import { addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { formsAnswered } from '../record/export.ts'
import { invented, sumOf, textOf } from './testing/files.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

const bring = (more: object = {}, who = people.administrator) =>
  ask(who, '/api/own-forms', {
    body: {
      id: randomUUID(),
      original: textOf(invented()),
      language: null,
      licence: 'Written by this practice, 2026.',
      danger: [{ item: 'safe', answers: ['yes'] }],
      trauma: false,
      ...more,
    },
  })
const rows = async (sql: string, ...values: unknown[]) => (await owner.query(sql, values)).rows
const kept = () =>
  rows('select form_id, version, original from own_form where practice_id = $1 order by number', practiceId)
const forms = async () => (await ask(people.administrator, '/api/own-forms')).json().forms

let client: Someone
let formId: string

beforeAll(async () => {
  client = await addPerson(owner, practiceId, 'Ana')
  await owner.query('update seat set since = now() where id = $1', [client.seatId])
  await assign(owner, { member: people.therapist, personId: client.seatId })
})

describe('a practice brings a form in', () => {
  test('once: word for word, with who, when and by what right; the same file twice makes one', async () => {
    const first = await bring()
    expect([first.statusCode, first.json()]).toMatchObject([200, { version: 1, outcome: 'created' }])
    formId = first.json().formId
    expect((await bring()).json()).toEqual({ formId, version: 1, outcome: 'known' })
    expect(await kept()).toEqual([{ form_id: formId, version: 1, original: textOf(invented()) }])
    expect(await forms()).toMatchObject([
      {
        formId,
        name: 'Nights, invented',
        version: 1,
        languages: ['en', 'es'],
        questions: 5,
        results: ['Nights, in all'],
        notScored: ['A score of another kind'],
        danger: ['I thought of ending my life'],
        licence: 'Written by this practice, 2026.',
        by: 'Member administrator',
        takenBack: null,
      },
    ])
    const [trail] = await rows(
      `select outcome, seat_id from audit_event where practice_id = $1 and action = 'practice.settle' and effect`,
      practiceId,
    )
    expect(trail).toEqual({ outcome: 'done', seat_id: people.administrator.seatId })
  })

  test('only an administrator does, and only with a right', async () => {
    for (const who of [people.therapist, people.client]) expect((await bring({}, who)).statusCode).toBe(403)
    expect((await bring({ licence: ' ' })).statusCode).toBe(422)
  })

  test.each<[string, object, string]>([
    ['a damaged file', { original: '{"resourceType":' }, 'not-json'],
    ['another resource', { original: '{"resourceType":"Bundle"}' }, 'not-a-questionnaire'],
    ['a file over 1 MiB', { original: textOf(invented({ purpose: 'x'.repeat(1_050_000) })) }, 'too-large'],
    [
      'an answer that is not offered, named as danger',
      { danger: [{ item: 'safe', answers: ['maybe'] }] },
      'not-an-option',
    ],
    [
      'a question that is not there, named as danger',
      { danger: [{ item: 'q9', answers: ['yes'] }] },
      'not-an-option',
    ],
    [
      'a file that does not say its language',
      { original: textOf(invented({ language: undefined })) },
      'missing',
    ],
  ])('%s is refused, says why, and changes nothing', async (_, more, fault) => {
    const before = await kept()
    const reply = await bring(more)
    expect([reply.statusCode, reply.json().fields[0].fault]).toEqual([422, fault])
    expect(await kept()).toEqual(before)
  })
})

/** The same line as it is typed, with this form alone. */
function onlyThis({ source, ...line }: { source: unknown }) {
  expect(source).toBeDefined()
  return { ...line, instruments: [formId] }
}

describe('asked like any other', () => {
  const schedule = async () => (await ask(people.administrator, '/api/asking-schedule')).json()
  const due = async () => (await ask(client, `/api/people/${client.seatId}/asking`)).json().due
  const answers = (said: object) => ({
    personId: client.seatId,
    id: randomUUID(),
    instrumentId: formId,
    instrumentVersion: '1',
    language: 'en',
    answers: { said },
    withheld: {},
  })
  const send = (said: object, more: object = {}) =>
    ask(client, `/api/people/${client.seatId}/answers`, { body: { ...answers(said), ...more } })
  const tasks = () =>
    rows('select kind, urgency from task where person_id = $1 order by raised_at', client.seatId)
  const measures = async () =>
    (await ask(people.therapist, `/api/people/${client.seatId}/measures`)).json().forms

  test('it stands on the schedule as the practice’s own and not validated, and is asked', async () => {
    const { lines, instruments } = await schedule()
    expect(instruments.find(({ id }: { id: string }) => id === formId)).toMatchObject({
      name: 'Nights, invented',
      brought: true,
      validated: false,
      languages: ['en', 'es'],
    })
    const set = await ask(people.administrator, '/api/asking-schedule', {
      body: {
        id: randomUUID(),
        lines: lines.slice(0, 1).map(onlyThis),
      },
    })
    expect(set.statusCode).toBe(200)
    expect((await due()).map(({ instrument }: { instrument: { id: string } }) => instrument.id)).toEqual([
      formId,
    ])
  })

  test('answered, its sum is given and what is not scored is said so; what it does not offer is no answer', async () => {
    const reply = await send({ q1: 'most', q2: 'some', 'q2.1': 3, safe: 'no', why: 'The street' })
    expect([reply.statusCode, reply.json().help]).toEqual([200, null])
    const [measure] = await measures()
    expect(measure.instrument.own.notScored.map(({ words }: { words: string }) => words)).toEqual([
      'A score of another kind',
    ])
    expect(measure.responses[0]).toMatchObject({
      status: 'complete',
      total: null,
      worked: [{ words: 'Nights, in all', value: 3 }],
    })
    expect(await tasks()).toEqual([])
    expect((await send({ q1: 'always' })).statusCode).toBe(422)
    expect((await send({ q1: 'most', q9: 'some' })).statusCode).toBe(422)
  })

  test('the client reads their answers to it in its own words, and no number that it works out', async () => {
    const reply = await ask(client, `/api/people/${client.seatId}/own-answers`)
    const matter = reply
      .json()
      .matters.find(({ instrumentId }: { instrumentId: string }) => instrumentId === formId)
    expect(matter).toEqual({
      instrumentId: formId,
      title: 'Nights, invented',
      course: 'uncompared',
      times: [
        {
          at: expect.any(Number),
          state: 'answered',
          turnedTo: null,
          answers: [
            { question: 'I lay awake', answer: 'Most days', withheld: null },
            { question: 'I woke early', answer: 'Some days', withheld: null },
            { question: 'How many hours before the alarm?', answer: '3', withheld: null },
            { question: 'I thought of ending my life', answer: 'No', withheld: null },
            { question: 'What keeps you awake?', answer: 'The street', withheld: null },
          ],
        },
      ],
    })
    expect(reply.body).not.toContain('Nights, in all')
  })

  test('half answered it has no sum, and never 0', async () => {
    await send({ q1: 'never' })
    const [measure] = await measures()
    expect(measure.responses.at(-1)).toMatchObject({ status: 'incomplete', worked: [{ value: null }] })
  })

  test('the answer that the practice named leads to a person, to the screen, and is seen today when it is new', async () => {
    const reply = await send({ q1: 'some', q2: 'never', safe: 'yes' })
    expect(reply.json().help).toMatchObject({ listed: false })
    expect(await tasks()).toMatchObject([
      { kind: 'asked-in-person' },
      { kind: 'danger-answer', urgency: 'same-day' },
      { kind: 'getting-worse', urgency: 'same-day' },
    ])
    expect((await due())[0].instrument.id).toBe('asq')
  })

  test('it goes out as FHIR: the file under its name here, the answers in its own groups and terms, and fhirpath.js scores the same', async () => {
    const bundle = (await ask(client, `/api/people/${client.seatId}/record`)).json()
    const resources = bundle.entry.map(({ resource }: { resource: { resourceType: string } }) => resource)
    const questionnaire = resources.find(
      ({ resourceType }: { resourceType: string }) => resourceType === 'Questionnaire',
    )
    const response = resources.find(
      ({ resourceType }: { resourceType: string }) => resourceType === 'QuestionnaireResponse',
    )
    expect(questionnaire).toMatchObject({
      version: '1',
      experimental: true,
      derivedFrom: ['https://invented.example/Questionnaire/nights|2.0'],
      item: invented().item,
    })
    expect(response.questionnaire).toBe(`${questionnaire.url}|1`)
    expect(response.item).toEqual([
      {
        linkId: 'sleep',
        item: [
          {
            linkId: 'q1',
            answer: [{ valueCoding: { system: 'urn:invented', code: 'most', display: 'Most days' } }],
          },
          {
            linkId: 'q2',
            answer: [{ valueCoding: { system: 'urn:invented', code: 'some', display: 'Some days' } }],
          },
          { linkId: 'q2.1', answer: [{ valueInteger: 3 }] },
          { linkId: 'safe', answer: [{ valueBoolean: false }] },
          { linkId: 'why', answer: [{ valueString: 'The street' }] },
        ],
      },
    ])
    const work = fhirpath.compile(sumOf('q1', 'q2'), r4 as Model) as (on: object, with_: object) => unknown[]
    expect(work(response, { resource: response, questionnaire })).toEqual([3])
    expect(formsAnswered({ instrument_response: [{ instrument_id: formId }] })).toEqual([formId])
  })

  test('a changed file is the next version; an answer begun under the one before is kept and read under that', async () => {
    const changed = invented({
      item: [...invented().item, { linkId: 'late', type: 'boolean', text: 'New', _text: undefined }],
    })
    expect((await bring({ original: textOf(changed) })).json()).toEqual({
      formId,
      version: 2,
      outcome: 'changed',
    })
    expect(
      (await due()).find(({ instrument }: { instrument: { id: string } }) => instrument.id === formId),
    ).toBeUndefined()
    await send({ q1: 'most', q2: 'most', safe: 'no', late: 'yes' }, { instrumentVersion: '2' })
    await send({ q1: 'some', q2: 'some', safe: 'no' })
    const versions = await rows(
      'select instrument_version from instrument_response where person_id = $1 order by recorded_at',
      client.seatId,
    )
    expect(versions.map(({ instrument_version: version }) => version)).toEqual(['1', '1', '1', '2', '1'])
    expect((await measures()).map(({ responses }: { responses: unknown[] }) => responses.length)).toEqual([
      4, 1,
    ])
  })

  test('taken back it is asked no more; what was answered stays, with its score', async () => {
    const back = await ask(people.administrator, '/api/own-forms/taken-back', {
      body: { id: randomUUID(), formId, reason: 'The licence ended.' },
    })
    expect(back.statusCode).toBe(200)
    expect((await forms())[0].takenBack).toMatchObject({
      by: 'Member administrator',
      reason: 'The licence ended.',
    })
    const { silent, instruments } = await schedule()
    expect([silent, instruments.some(({ id }: { id: string }) => id === formId)]).toEqual([
      ['Nights, invented'],
      false,
    ])
    expect((await measures())[0].responses[0].worked).toEqual([{ words: 'Nights, in all', value: 3 }])
    expect((await bring()).json()).toEqual({ formId, version: 3, outcome: 'changed' })
  })

  test('the file is given back as it came', async () =>
    expect((await ask(people.administrator, `/api/own-forms/${formId}/file`)).json()).toEqual({
      version: 3,
      original: textOf(invented()),
    }))
})
