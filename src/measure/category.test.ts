import { expect, test } from 'vitest'
import type { Answers } from '../instrument/instrument.ts'
import { fromLibrary } from '../instrument/library.content.ts'
import { score } from '../instrument/score.ts'
import { library } from '../instrument/testing/answering.ts'
import { categoriesOf, categoryOf, patternsOf } from './category.ts'
import { en } from './words.names.en.ts'
import { es } from './words.names.es.ts'

function scoredAs(id: string, answers: Answers) {
  const instrument = fromLibrary(id)!
  const scored = score(instrument, answers)
  if (scored.status === 'invalid') throw new Error(scored.reason)
  const { band, flags, classification = {} } = scored
  return { instrument, scores: scored.scores, said: { band, flags, classification } }
}
const twenty = (of: Readonly<Record<number, number>>, otherwise: number) => ({
  answers: Array.from({ length: 20 }, (_, place) => of[place + 1] ?? otherwise),
})

test('the PCL-5: the pattern is the whole of its criteria, whatever the total; never criterion B alone', () => {
  const low = scoredAs('pcl-5', twenty({ 1: 2, 6: 2, 8: 2, 9: 2, 15: 2, 16: 2 }, 0))
  expect([low.scores['total'], categoryOf(low.instrument, low.said)]).toEqual([12, 'met'])
  const high = scoredAs('pcl-5', twenty({ 6: 1, 7: 1 }, 4))
  expect([high.scores['total'], categoryOf(high.instrument, high.said)]).toEqual([74, 'not-met'])
  expect(patternsOf(high.instrument, high.said)).toEqual([
    ['criterionB', 'met'],
    ['criterionC', 'not-met'],
    ['criterionD', 'met'],
    ['criterionE', 'met'],
    ['provisionalDx', 'not-met'],
  ])
})

test('what is missing leaves the pattern open, and that is said', () => {
  const { instrument, said } = scoredAs('pcl-5', { answers: [4, 4, 4, 4, 4, null, 1] })
  expect(categoryOf(instrument, said)).toBeNull()
  expect(patternsOf(instrument, said)).toContainEqual(['provisionalDx', 'indeterminate'])
})

test('the ITQ says which of the two, or neither; kinds of adversity are no category', () => {
  expect(categoriesOf(fromLibrary('itq')!)).toEqual(['none', 'PTSD', 'CPTSD'])
  expect(categoriesOf(fromLibrary('brfss-ace')!)).toEqual([])
})

test('every pattern has a name in both languages', () => {
  const ids = library.flatMap(({ classification }) =>
    classification.map((each) => (typeof each === 'string' ? each : each.id)),
  )
  expect(ids.length).toBeGreaterThan(10)
  for (const { classes } of [en, es]) expect(ids.filter((id) => !(id in classes))).toEqual([])
})
