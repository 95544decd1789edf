import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  answered,
  firstOpen,
  isBegun,
  itemsAsked,
  leftOut,
  toSend,
  untouched,
  type Progress,
} from './asking.ts'
import type { Instrument } from './instrument.ts'
import { fromLibrary } from './library.content.ts'
import { concernsOf } from './response.ts'
import { score } from './score.ts'
import { library } from './testing/answering.ts'

const phq9: Instrument = JSON.parse(
  readFileSync(new URL('../../content/instruments/phq-9.json', import.meta.url), 'utf8'),
)
const giving = (values: number[]): Progress =>
  values.reduce((progress, value, place) => answered(progress, place + 1, value), untouched)

describe('going through it', () => {
  test('it begins at the first question, and goes on where it was left', () => {
    expect(firstOpen(phq9, untouched)).toBe(0)
    expect(firstOpen(phq9, giving([0, 1, 2]))).toBe(3)
    expect(firstOpen(phq9, leftOut(giving([0, 1, 2]), 4, 'prefer-not'))).toBe(4)
    expect([isBegun(untouched), isBegun(giving([0]))]).toEqual([false, true])
  })

  test('the question about daily life is asked only when something troubles', () => {
    expect(itemsAsked(phq9, giving([0, 0, 0, 0, 0, 0, 0, 0, 0]))).toHaveLength(9)
    expect(itemsAsked(phq9, giving([0, 0, 1])).at(-1)?.id).toBe('item10')
    expect(firstOpen(phq9, giving([0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe(9)
  })

  test('an answer clears what was left out, and leaving out clears the answer', () => {
    const left = leftOut(giving([3]), 1, 'in-person')
    expect([left.answers.answers?.[0], left.withheld]).toEqual([null, { 1: 'in-person' }])
    expect(answered(left, 1, 2)).toEqual({ answers: { answers: [2] }, withheld: {} })
  })

  test('an answer about daily life does not go along when nothing troubles any more', () => {
    const changed = answered(answered(giving([1]), 'item10', 3), 1, 0)
    expect(toSend(phq9, changed).answers).toEqual({ answers: [0], item10: null })
    expect(toSend(phq9, answered(giving([1]), 'item10', 3)).answers).toEqual({ answers: [1], item10: 3 })
  })

  test('nothing beforehand: what is not touched is not 0', () =>
    expect(giving([]).answers.answers).toEqual([]))
})

const bladder = {
  frequency: 1,
  nocturia: 0,
  urgency: 0,
  pain: 0,
  dysuria: 0,
  haematuria: 0,
  incontinence: 0,
}

describe('what must be looked at by a person', () => {
  const concerns = (progress: Progress) => {
    const scored = score(phq9, progress.answers)
    return scored.status === 'invalid' ? [] : concernsOf(phq9, scored, progress.withheld)
  }
  const rest = [0, 0, 0, 0, 0, 0, 0, 0]

  test('an answer about death above "not at all", however small', () =>
    expect(concerns(giving([...rest, 1]))).toEqual(['danger-answer']))
  test('none', () => expect(concerns(giving([...rest, 0]))).toEqual([]))
  test('that question left out, whatever the reason', () => {
    expect(concerns(leftOut(giving(rest), 9, 'prefer-not'))).toEqual(['asked-in-person'])
    expect(concerns(giving(rest))).toEqual(['asked-in-person'])
  })
  test('any question that is rather said in person', () =>
    expect(concerns(leftOut(giving([...rest, 0]), 2, 'in-person'))).toEqual(['asked-in-person']))
  test('both', () =>
    expect(concerns(leftOut(giving([...rest, 2]), 2, 'in-person'))).toEqual([
      'danger-answer',
      'asked-in-person',
    ]))
  test('what points to mania, psychosis or the bladder: each mark of the library that does', () => {
    const about = /mania|psychosis|haematuria|bladder/
    const unheard = library.flatMap(({ flags, medical = [] }) =>
      flags.filter(({ id }) => about.test(id) && !medical.includes(id)),
    )
    expect(unheard).toEqual([])
    const screens = library.filter(({ medical }) => medical !== undefined).map(({ id }) => id)
    expect(screens).toEqual(['asrm', 'bpic-ss', 'kt-bladder-check', 'kt-mood-check', 'mdq'])
  })
  test.each([
    ['asrm', { answers: [2, 1, 1, 1, 1] }, ['medical-answer']],
    ['asrm', { answers: [1, 1, 1, 1, 1] }, []],
    ['kt-bladder-check', { ...bladder, frequency: 2 }, ['medical-answer']],
    ['kt-bladder-check', bladder, []],
  ] as const)('%s, answered %j', (id, answers, raised) => {
    const instrument = fromLibrary(id)!
    const scored = score(instrument, answers)
    expect(scored.status === 'invalid' ? scored : concernsOf(instrument, scored, {})).toEqual(raised)
  })
})
