import { describe, expect, test } from 'vitest'
import type { KnownItem, Standing } from '../intake/history.ts'
import { icd10, snomed, type Coding } from '../intake/terms.ts'
import type { VitalsPlan } from '../protocol/protocol.ts'
import { table } from '../rule/rule.content.ts'
import { fullBecause, onFileIn, planWatched, type WatchFacts } from './watching.ts'

const kind = 'racemic sublingual'
const nothing = { highPressure: false, sedative: false, unclear: false }
const calm: WatchFacts = {
  given: { baseMg: 100, kind },
  before: { baseMg: 100, kind },
  cleared: true,
  onFile: nothing,
}

test('nothing asks for the full plan where all is known and none of it holds', () =>
  expect(fullBecause(calm)).toEqual([]))

test.each<[string, Partial<WatchFacts>, string[]]>([
  ['no journey before', { before: null }, ['first-journey']],
  ['a dose above the last', { given: { baseMg: 100.01, kind } }, ['dose-risen']],
  ['a dose below the last', { given: { baseMg: 99, kind } }, []],
  ['nobody knows the last', { before: { baseMg: null, kind } }, ['dose-unknown']],
  ['nobody knows this one', { given: { baseMg: null, kind } }, ['dose-unknown']],
  ['another way in', { before: { baseMg: 300, kind: 'racemic im' } }, ['dose-unknown']],
  [
    'two ways in at once, twice',
    { given: { baseMg: 1, kind: null }, before: { baseMg: 2, kind: null } },
    ['dose-unknown'],
  ],
  ['high blood pressure', { onFile: { ...nothing, highPressure: true } }, ['high-pressure']],
  ['what makes drowsy', { onFile: { ...nothing, sedative: true } }, ['sedative']],
  ['nobody read the history', { cleared: false }, ['history-unread']],
  ['something nobody made out', { onFile: { ...nothing, unclear: true } }, ['history-unclear']],
])('%s', (_, change, reasons) => expect(fullBecause({ ...calm, ...change })).toEqual(reasons))

test('every reason is said, not only the first', () =>
  expect(
    fullBecause({
      ...calm,
      before: null,
      cleared: false,
      onFile: { highPressure: true, sedative: true, unclear: true },
    }),
  ).toEqual(['first-journey', 'high-pressure', 'sedative', 'history-unread', 'history-unclear']))

function item(
  of: 'problem' | 'medicine',
  text: string,
  more: { codings?: Coding[]; standing?: Standing; status?: string } = {},
) {
  const { codings = [], standing = 'to-be-confirmed', status = 'active' } = more
  const coded = { text, codings }
  return { id: text, standing, statement: null, item: { kind: of, coded, status } } as unknown as KnownItem
}
const onFile = (...items: KnownItem[]) => onFileIn({ items }, table.drugs)
const code = (system: string, value: string): Coding => ({ system, code: value, display: '' })
const depression = code(icd10, 'F33.1')

describe('what is on file', () => {
  test('nothing is no high pressure and no sedative', () => expect(onFile()).toEqual(nothing))

  test.each([
    ['I10', icd10],
    ['I11.9', icd10],
    ['I16.0', icd10],
    ['38341003', snomed],
    ['59621000', snomed],
  ])('%s is high blood pressure', (value, system) =>
    expect(onFile(item('problem', 'x', { codings: [code(system, value)] }))).toEqual({
      ...nothing,
      highPressure: true,
    }),
  )

  test.each([
    'Hypertension',
    'hipertensión arterial',
    'High blood pressure',
    'Presión alta',
    'tension arterial elevada',
  ])('"%s" names it, whatever its code', (text) =>
    expect(onFile(item('problem', text, { codings: [depression] }))).toEqual({
      ...nothing,
      highPressure: true,
    }),
  )

  test('another coded problem is neither', () =>
    expect(onFile(item('problem', 'Depression', { codings: [depression] }))).toEqual(nothing))

  test('one that was refuted is not there; one without a code, or that cannot be known, is not made out', () => {
    expect(onFile(item('problem', 'Hypertension', { standing: 'refuted' }))).toEqual(nothing)
    expect(onFile(item('problem', 'a thing'))).toEqual({ ...nothing, unclear: true })
    const unknowable = item('problem', 'x', { codings: [depression], standing: 'cannot-be-known' })
    expect(onFile(unknowable)).toEqual({ ...nothing, unclear: true })
  })

  test.each([
    ['lisinopril', { highPressure: true, sedative: false }],
    ['prazosin', { highPressure: true, sedative: false }],
    ['clonidine', { highPressure: true, sedative: true }],
    ['lorazepam', { highPressure: false, sedative: true }],
    ['zolpidem', { highPressure: false, sedative: true }],
    ['oxycodone', { highPressure: false, sedative: true }],
    ['gabapentin', { highPressure: false, sedative: true }],
    ['sertraline', { highPressure: false, sedative: false }],
  ])('%s', (name, found) =>
    expect(onFile(item('medicine', name, { standing: 'confirmed' }))).toEqual({ ...nothing, ...found }),
  )

  test('one that ended is not taken; one that nobody matched or confirmed is not made out', () => {
    expect(onFile(item('medicine', 'lorazepam', { status: 'stopped' }))).toEqual(nothing)
    expect(onFile(item('medicine', 'qwerty'))).toEqual({ ...nothing, unclear: true })
    expect(onFile(item('medicine', 'qwerty', { standing: 'confirmed' }))).toEqual(nothing)
  })
})

test('the sparser plan holds only where there is one and it was chosen', () => {
  const figure = { value: 5, rule: 'r', source: 's', tag: 'PD' } as const
  const full = {
    atMinutes: [0, 20, 40],
    lateMinutes: figure,
    missedMinutes: figure,
    rule: 'r',
    source: 's',
    tag: 'PD',
  } as const
  const both: VitalsPlan = { ...full, sparser: { atMinutes: [0, 40], rule: 'r', tag: 'PD' } }
  const sparser = { plan: 'sparser', because: [] } as const
  expect(planWatched(both, sparser)).toEqual({ ...full, atMinutes: [0, 40] })
  expect(planWatched(both, { plan: 'full', because: ['sedative'] })).toEqual(full)
  expect(planWatched(both, null)).toEqual(full)
  expect(planWatched(full, sparser)).toEqual(full)
})
