import { describe, expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { acceptStatement, foldHistory, type Statement } from './history.ts'
import { noneTold } from './list-said.ts'
import type { HistoryItem } from './referral.ts'
import { earliest, isWhen, latest } from './when.ts'

const careNow = instant('2026-11-23T12:00:00Z')
const item: HistoryItem = {
  kind: 'procedure',
  source: { type: 'Procedure', id: null, entry: 3 },
  coded: { codings: [], text: 'something done' },
  notes: [],
  status: 'completed',
  at: null,
}
const said = (more: Partial<Statement>): Statement => ({
  id: 's',
  itemId: null,
  question: null,
  answer: 'confirmed',
  on: null,
  note: '',
  telling: null,
  saidBy: 'Dr Example',
  saidAt: careNow,
  ...more,
})

describe('folding', () => {
  test('an item nobody spoke about is to be confirmed', () =>
    expect(foldHistory([{ id: 'a', item }], []).items[0]).toMatchObject({
      standing: 'to-be-confirmed',
      statement: null,
    }))

  test('what was measured here needs nobody to confirm it', () => {
    const here = { ...item, source: { type: 'here', id: 'r', entry: 0 } }
    expect(foldHistory([{ id: 'a', item: here }], []).items[0]?.standing).toBe('confirmed')
  })

  test('the last statement about an item stands, and only about that item', () => {
    const items = ['a', 'b'].map((id) => ({ id, item }))
    const statements = [said({ itemId: 'a' }), said({ itemId: 'a', answer: 'refuted' })]
    expect(foldHistory(items, statements).items.map(({ standing }) => standing)).toEqual([
      'refuted',
      'to-be-confirmed',
    ])
  })

  test('what a client took back is to be confirmed again, until a clinician speaks; what was not so stays so', () => {
    const back = (cameAt: number) =>
      ({ id: 'l', kind: 'medicine', said: 'stopped', itemId: 'a', toldAt: cameAt, cameAt }) as const
    const standing = (answer: string, cameAt: number) =>
      foldHistory([{ id: 'a', item }], [said({ itemId: 'a', answer })], [back(cameAt)]).items[0]?.standing
    expect(standing('confirmed', careNow - 1)).toBe('confirmed')
    expect(standing('confirmed', careNow)).toBe('to-be-confirmed')
    expect(standing('cannot-be-known', careNow)).toBe('to-be-confirmed')
    expect(standing('refuted', careNow)).toBe('refuted')
    expect(foldHistory([{ id: 'a', item }], [], [back(careNow)]).items[0]).toMatchObject({
      standing: 'to-be-confirmed',
      back: { way: 'stopped', at: careNow },
    })
  })

  test('“none” holds while it is the last thing told of that list', () => {
    const none = { id: 'l', kind: 'medicine', said: 'none', itemId: null, toldAt: 0, cameAt: 5 } as const
    expect(noneTold([], [])).toEqual([])
    expect(noneTold([none], [{ kind: 'allergy', at: 6 }])).toEqual([{ kind: 'medicine', at: 5 }])
    expect(noneTold([none], [{ kind: 'medicine', at: 5 }])).toHaveLength(1)
    expect(noneTold([none], [{ kind: 'medicine', at: 6 }])).toEqual([])
  })

  test('the last answer to a question stands', () => {
    const statements = [said({ question: 'q', answer: 'no' }), said({ question: 'q', answer: 'yes' })]
    expect(foldHistory([], statements).answers.get('q')?.answer).toBe('yes')
  })
})

const choice = { kind: 'choice', values: ['yes', 'no'] } as const
const [date, about] = [{ kind: 'date' } as const, { kind: 'item' } as const]

test.each([
  { of: choice, said: { answer: 'no' }, outcome: 'accepted' },
  { of: choice, said: { answer: 'maybe' }, outcome: 'answer-not-offered' },
  { of: choice, said: { answer: 'cannot-be-known', note: 'records lost' }, outcome: 'accepted' },
  { of: choice, said: { answer: 'cannot-be-known', note: ' ' }, outcome: 'note-missing' },
  { of: about, said: { answer: 'refuted' }, outcome: 'note-missing' },
  { of: about, said: { answer: 'confirmed' }, outcome: 'accepted' },
  { of: date, said: { answer: 'never' }, outcome: 'accepted' },
  { of: date, said: { answer: 'on', on: '2019' }, outcome: 'accepted' },
  { of: date, said: { answer: 'on' }, outcome: 'date-missing' },
  { of: date, said: { answer: 'on', on: '2019-02-29' }, outcome: 'date-not-possible' },
  { of: date, said: { answer: 'on', on: '2026-12-24' }, outcome: 'date-not-possible' },
])('$of.kind answered $said: $outcome', ({ of, said: more, outcome }) => {
  const answered = acceptStatement(of, { on: null, note: '', ...more }, careNow)
  expect(answered.ok ? 'accepted' : answered.refusal).toBe(outcome)
})

test('a date means all it could mean', () => {
  const span = (when: string) =>
    [earliest(when), latest(when)].map((moment) => new Date(moment).toISOString())
  expect(span('2024')).toEqual(['2024-01-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'])
  expect(span('2024-02')).toEqual(['2024-02-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z'])
  expect(span('2024-12')).toEqual(['2024-12-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'])
  expect(span('2024-02-29')).toEqual(['2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z'])
  expect(['2023-02-29', '2024-13', '24', '2024-1-1', '0000', ''].filter(isWhen)).toEqual([])
})
