import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { itemsFor } from '../instrument/heard.ts'
import { score } from '../instrument/score.ts'
import { invented, limit } from './testing/files.ts'
import { broughtIn, formMade, readWell } from './testing/ownForm.ts'

/** A form with a day, a moment, a day with limits, and a question that hangs on the first. */
const file = invented({
  _title: undefined,
  item: [
    { linkId: 'began', type: 'date', text: 'When did the nights begin?' },
    { linkId: 'last', type: 'dateTime', text: 'When was the last one?' },
    {
      linkId: 'since',
      type: 'date',
      text: 'Since when are you here?',
      extension: [
        limit('minValue', { valueDate: '2020-03-15' }),
        limit('maxValue', { valueDate: '2026-06-30' }),
      ],
    },
    {
      linkId: 'how',
      type: 'text',
      text: 'How did they begin?',
      enableWhen: [{ question: 'began', operator: 'exists', answerBoolean: true }],
    },
  ],
})

const made = formMade(file, 'own-days')

describe('a day', () => {
  test('is asked, told of as a day, and named as no danger; of a moment the day alone, and that is said', () => {
    expect(made.items.map(({ id }) => id)).toEqual(['began', 'last', 'since', 'how'])
    expect(readWell(file).report.questions.map(({ way }) => way)).toEqual(['date', 'date', 'date', 'words'])
    expect(readWell(file).report.notes.map(({ kind, id }) => [kind, id])).toEqual([['day-only', 'last']])
  })

  test.each([
    ['began', '1998', 'incomplete'],
    ['began', '1998-04', 'incomplete'],
    ['began', '2024-02-29', 'incomplete'],
    ['began', '2023-02-29', 'not-an-option'],
    ['began', '2023-13', 'not-an-option'],
    ['began', '98', 'not-an-option'],
    ['began', '2026-01-02T10:00:00Z', 'not-an-option'],
    ['began', 1998, 'wrong-type'],
    ['began', ['1998'], 'wrong-type'],
    // Against a limit it counts by what of it is known.
    ['since', '2020', 'incomplete'],
    ['since', '2020-03', 'incomplete'],
    ['since', '2020-03-15', 'incomplete'],
    ['since', '2020-03-14', 'out-of-range'],
    ['since', '2020-02', 'out-of-range'],
    ['since', '2019', 'out-of-range'],
    ['since', '2026-06-30', 'incomplete'],
    ['since', '2026-07-01', 'out-of-range'],
    ['since', '2027', 'out-of-range'],
  ])('%s answered %j is %s', (id, answer, expected) => {
    const found = score(made, { said: { [id]: answer } })
    const fault = found.status === 'invalid' ? found.reason : 'incomplete'
    expect(fault).toBe(expected)
  })

  test('opens what hangs on it, in whatever part it is known', () => {
    const asked = (said: object) => itemsFor(made, { said }).map(({ id }) => id)
    expect(asked({})).not.toContain('how')
    expect(asked({ began: '1998' })).toContain('how')
  })
})

describe('stored, read and given out', async () => {
  const clinic = await openClinic()
  afterAll(clinic.close)
  const { ask, owner } = clinic
  const { client, send } = await broughtIn(clinic, file)

  test('as it was said, no more exactly; what is no day is refused', async () => {
    expect((await send({ began: '1998-04', last: '2026-05-02', since: '2024' })).statusCode).toBe(200)
    expect((await send({ began: '2026-02-30' })).statusCode).toBe(422)
    const { rows } = await owner.query('select answers from instrument_response where person_id = $1', [
      client.seatId,
    ])
    expect(rows).toEqual([{ answers: { said: { began: '1998-04', last: '2026-05-02', since: '2024' } } }])
  })

  test('the client reads it as a day, and the record has it as FHIR’s own', async () => {
    const { matters } = (await ask(client, `/api/people/${client.seatId}/own-answers`)).json()
    expect(matters[0].times[0].answers.map(({ answer }: { answer: string }) => answer)).toEqual([
      'April 1998',
      'May 2, 2026',
      '2024',
    ])
    const bundle = (await ask(client, `/api/people/${client.seatId}/record`)).json()
    const [response] = bundle.entry
      .map(({ resource }: { resource: { resourceType: string } }) => resource)
      .filter(({ resourceType }: { resourceType: string }) => resourceType === 'QuestionnaireResponse')
    expect(response.item).toEqual([
      { linkId: 'began', answer: [{ valueDate: '1998-04' }] },
      { linkId: 'last', answer: [{ valueDateTime: '2026-05-02' }] },
      { linkId: 'since', answer: [{ valueDate: '2024' }] },
    ])
  })
})
