import { expect, test } from 'vitest'
import { libraryIds } from '../instrument/library.content.ts'
import { cohortsFor } from './cohort.content.ts'
import { en } from './words.outcome.en.ts'
import { es } from './words.outcome.es.ts'

const cohorts = libraryIds().flatMap((id) => cohortsFor(id))

test('every published group is told in both languages: when, by which route, and by what rule', () => {
  expect(cohorts).toHaveLength(10)
  for (const { routes, time, mix, remissionRule } of cohorts) {
    expect(routes.filter((route) => !en.routes[route] || !(route in es.routes))).toEqual([])
    for (const said of [time, mix, ...(remissionRule ? [remissionRule] : [])])
      expect([said.en === said.es, said.en === '', said.es === '']).toEqual([false, false, false])
  }
})

test('the figures are the same in both, written as here: a point before tenths, a comma before thousands', () => {
  const figures = (said: string) => said.match(/\d[\d.,]*\d|\d/g)?.toSorted()
  for (const { mix, time } of cohorts)
    for (const { en: english, es: spanish } of [mix, time]) expect(figures(spanish)).toEqual(figures(english))
})

test('and none is told without how many they were, and where that stands', () => {
  expect(cohorts.filter(({ started, assessed }) => started === null && assessed === null)).toEqual([])
  expect(cohorts.filter(({ source }) => !/^S\d/.test(source))).toEqual([])
})
