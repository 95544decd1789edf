import { expect, test } from 'vitest'
import { wordedView, viewOf, type Course } from './drawn.web.ts'
import type { MeasureNow } from './measure.contract.ts'
import { meaningOf, type Speech } from './meaning.web.ts'
import { languageChanges, languagesApart } from './spoken.ts'
import { en } from './words.en.ts'
import { en as names } from './words.names.en.ts'
import { fromLibrary } from '../instrument/library.content.ts'
import { changeRule } from './measure.content.ts'
import { measuredOf } from './measured.ts'

const given = (languages: string) =>
  [...languages].map((letter, place) => ({
    id: `r${place}`,
    answeredAt: place * 1000,
    language: letter === 'e' ? ('en' as const) : ('es' as const),
  }))

test.each([
  ['eee', []],
  ['e', []],
  ['', []],
  ['eess', [['r2', 'es']]],
  [
    'ese',
    [
      ['r1', 'es'],
      ['r2', 'en'],
    ],
  ],
])('%s', (languages, expected) =>
  expect(languageChanges(given(languages), 'self').map(({ id, to }) => [id, to])).toEqual(expected),
)

test('what a clinician rated has no language of its own', () => {
  expect(languageChanges(given('es'), 'clinician')).toEqual([])
  expect(languagesApart(given('es'), 'clinician', ['r0', 'r1'])).toBeNull()
})

test('two that are compared are in two languages, or are not', () => {
  expect(languagesApart(given('ees'), 'self', ['r0', 'r2'])).toEqual({ first: 'en', last: 'es' })
  expect(languagesApart(given('ese'), 'self', ['r0', 'r2'])).toBeNull()
  expect(languagesApart(given('es'), 'self', ['r0', undefined])).toBeNull()
})

const speech: Speech = { said: en, names, number: String, exact: String, date: String }
const phq = fromLibrary('phq-9')!
const course: Course = {
  frame: { firstDoseAt: null } as never,
  from: 0,
  to: 9000,
  moments: [],
  spoke: en.spoke,
}

function measure(languages: string, totals: readonly number[]): MeasureNow {
  const responses = given(languages).map((one, place) => ({
    ...one,
    instrumentId: 'phq-9',
    status: 'complete' as const,
    total: totals[place] ?? 0,
    scores: {},
    band: null,
  }))
  const [measured] = measuredOf({
    responses,
    unanswered: [],
    moments: [],
    instruments: new Map([['phq-9', phq]]),
    ruleFor: changeRule,
  })
  return { ...measured!, usualMark: null } as unknown as MeasureNow
}

test('the chart says from where on it was answered in the other language', () => {
  const mixed = measure('ees', [20, 18, 9])
  const line = mixed.lines.find(({ main }) => main)!
  const drawn = viewOf(mixed, line, { course, named: String })
  expect(drawn.moments).toEqual([{ id: 'language r2', at: 2000, kind: 'event', label: en.spoke.es }])
  expect(wordedView(mixed, { course, named: String })?.moments ?? drawn.moments).toHaveLength(1)
  expect(viewOf(measure('eee', [20, 18, 9]), line, { course, named: String }).moments).toEqual([])
})

test('reliable change is computed all the same, and said to be between two instruments', () => {
  const told = (languages: string) => meaningOf(measure(languages, [20, 18, 9]), speech).first.join(' ')
  expect(told('ees')).toContain(en.verdict.improvement)
  expect(told('ees')).toContain('English at baseline and Spanish')
  expect(told('eee')).toContain(en.verdict.improvement)
  expect(told('eee')).not.toContain('Spanish')
})
