import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { countedAs, reachOf } from '../instrument/given.ts'
import { itemsFor } from '../instrument/heard.ts'
import { score } from '../instrument/score.ts'
import { timeSaid, timeTyped } from '../instrument/timeOfDay.ts'
import { fitsDanger } from './form.ts'
import { invented, limit } from './testing/files.ts'
import { broughtIn, formMade, readWell } from './testing/ownForm.ts'

/** An hour, an hour with limits, and a question that hangs on the first. */
const file = invented({
  _title: undefined,
  item: [
    { linkId: 'bed', type: 'time', text: 'When do you go to bed?' },
    {
      linkId: 'up',
      type: 'time',
      text: 'When do you get up?',
      extension: [limit('minValue', { valueTime: '04:30:00' }), limit('maxValue', { valueTime: '12:00:00' })],
    },
    {
      linkId: 'why',
      type: 'text',
      text: 'Why then?',
      enableWhen: [{ question: 'bed', operator: 'exists', answerBoolean: true }],
    },
    {
      linkId: 'late',
      type: 'text',
      text: 'What keeps you up?',
      enableWhen: [{ question: 'bed', operator: '>', answerTime: '23:00:00' }],
    },
  ],
})

const made = formMade(file, 'own-hours')

describe('an hour', () => {
  test('is asked to the minute, and that is said; a condition on which hour it is cannot be read, and that too', () => {
    expect(made.items.map(({ id }) => id)).toEqual(['bed', 'up', 'why', 'late'])
    expect(readWell(file).report.questions.map(({ way }) => way)).toEqual(['time', 'time', 'words', 'words'])
    expect(readWell(file).report.notes.map(({ kind, id }) => [kind, id])).toEqual([
      ['minute-only', 'bed'],
      ['minute-only', 'up'],
      ['always-asked', 'late'],
    ])
  })

  test('is named as no danger answer', () =>
    expect(fitsDanger(readWell(file).report, [{ item: 'bed', answers: ['23:00:00'] }])).toBe(false))

  test.each([
    ['bed', '00:00:00', 'incomplete'],
    ['bed', '23:59:59', 'incomplete'],
    ['bed', '24:00:00', 'not-an-option'],
    ['bed', '7:30:00', 'not-an-option'],
    ['bed', '07:30', 'not-an-option'],
    ['bed', '07:60:00', 'not-an-option'],
    ['bed', '07:30:00Z', 'not-an-option'],
    ['bed', '2026-01-02T07:30:00', 'not-an-option'],
    ['bed', 730, 'wrong-type'],
    ['bed', ['07:30:00'], 'wrong-type'],
    ['up', '04:30:00', 'incomplete'],
    ['up', '12:00:00', 'incomplete'],
    ['up', '04:29:00', 'out-of-range'],
    ['up', '12:01:00', 'out-of-range'],
  ])('%s answered %j is %s', (id, answer, expected) => {
    const found = score(made, { said: { [id]: answer } })
    expect(found.status === 'invalid' ? found.reason : 'incomplete').toBe(expected)
  })

  test('opens what hangs on its being answered; midnight is an answer', () => {
    const asked = (said: object) => itemsFor(made, { said }).map(({ id }) => id)
    expect(asked({})).not.toContain('why')
    expect(asked({ bed: '00:00:00' })).toContain('why')
    expect(asked({})).toContain('late')
  })

  test('counts as answered or not, and as no number', () => {
    const [bed] = made.items
    expect([countedAs(bed!, '22:30:00'), countedAs(bed!, null), reachOf(bed!)]).toEqual([
      1,
      null,
      { min: 0, max: 1 },
    ])
  })

  test.each([
    ['22:30', '22:30:00'],
    ['22:30:15', '22:30:15'],
    ['00:00', '00:00:00'],
    ['', undefined],
    ['25:00', undefined],
    ['9:30', undefined],
  ])('typed "%s" is %s', (typed, time) => expect(timeTyped(typed)).toBe(time))

  test('is said as one says it, in either language', () => {
    const plain = (said: string) => said.replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(plain(timeSaid('22:30:00', 'en'))).toBe('10:30 PM')
    expect(plain(timeSaid('22:30:15', 'en'))).toBe('10:30:15 PM')
    expect(plain(timeSaid('00:05:00', 'es'))).toBe('12:05 a.m.')
  })
})

describe('stored, read and given out', async () => {
  const clinic = await openClinic()
  afterAll(clinic.close)
  const { ask, owner } = clinic
  const { client, send } = await broughtIn(clinic, file)

  test('as it was said; what is no hour is refused', async () => {
    expect((await send({ bed: '22:30:00', up: '06:15:00' })).statusCode).toBe(200)
    expect((await send({ bed: '22:30' })).statusCode).toBe(422)
    expect((await send({ up: '13:00:00' })).statusCode).toBe(422)
    const { rows } = await owner.query('select answers from instrument_response where person_id = $1', [
      client.seatId,
    ])
    expect(rows).toEqual([{ answers: { said: { bed: '22:30:00', up: '06:15:00' } } }])
  })

  test('the client reads it as an hour, and the record has it as FHIR’s own', async () => {
    const { matters } = (await ask(client, `/api/people/${client.seatId}/own-answers`)).json()
    expect(
      matters[0].times[0].answers
        .map(({ answer }: { answer: string | null }) => answer?.replaceAll(/[\u00a0\u202f]/g, ' '))
        .slice(0, 2),
    ).toEqual(['10:30 PM', '6:15 AM'])
    const bundle = (await ask(client, `/api/people/${client.seatId}/record`)).json()
    const [response] = bundle.entry
      .map(({ resource }: { resource: { resourceType: string } }) => resource)
      .filter(({ resourceType }: { resourceType: string }) => resourceType === 'QuestionnaireResponse')
    expect(response.item).toEqual([
      { linkId: 'bed', answer: [{ valueTime: '22:30:00' }] },
      { linkId: 'up', answer: [{ valueTime: '06:15:00' }] },
    ])
  })
})
