import { afterAll, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { symbols } from './library.ts'
import { library } from './library.content.ts'
import type { RuleTold } from './library.contract.ts'
import { rules } from './rule.content.ts'
import { isSought, type Sought } from './search.ts'
import { en } from './words.library.en.ts'
import { es } from './words.library.es.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { ask, people } = clinic

const all: Sought = { words: '', severity: '', part: '', proposed: false, unratified: false }
const ids = (sought: Partial<Sought>, language: 'en' | 'es' = 'en') =>
  library.rules.filter((rule) => isSought(rule, { ...all, ...sought }, language)).map(({ id }) => id)

/** Every object with a unit, anywhere in a rule. */
const bare = (part: unknown): number => {
  if (typeof part !== 'object' || part === null) return 0
  if ('unit' in part && 'value' in part) return 1
  return Object.values(part).reduce((sum: number, each) => sum + bare(each), 0)
}

test('staff read every rule, and each says what it rests on in both languages', async () => {
  const told: RuleTold[] = (await ask(people.monitor, '/api/rules')).json().rules
  expect(told.map(({ id }) => id)).toEqual(rules.map(({ id }) => id))
  expect(told.length).toBeGreaterThan(150)
  for (const { basis, clears } of told) for (const said of [basis, clears]) expect(said.es).not.toBe(said.en)
  expect((await ask(people.client, '/api/rules')).json().kind).toBe('not-allowed')
})

test('a source that a rule leans on is named with its place, or is no key of the reference', () => {
  const unknown = library.rules.flatMap(({ sources }) => sources.filter(({ where }) => where === null))
  expect(unknown).toEqual([])
})

test('no number of a rule is kept from the reader', () => {
  for (const rule of rules) {
    const told = library.rules.find(({ id }) => id === rule.id)!
    const distinct = new Set(told.figures.map((figure) => JSON.stringify(figure)))
    const said = [rule.id, distinct.size, told.figures.length > 0]
    expect(said).toEqual([rule.id, told.figures.length, bare([rule.clauses, rule.figures ?? {}]) > 0])
  }
  const pressure = library.rules.find(({ id }) => id === 'MO-BP1')!.figures
  expect(pressure.filter(({ test: held }) => held !== null)).toMatchObject([
    { measure: { en: 'Systolic pressure' }, test: 'atLeast', value: 160, severity: 'block', proposed: true },
    { measure: { en: 'Diastolic pressure' }, test: 'atLeast', value: 100, severity: 'block', proposed: true },
    {
      measure: { en: 'Systolic pressure' },
      test: 'above',
      value: 140,
      severity: 'override',
      proposed: false,
    },
    {
      measure: { en: 'Diastolic pressure' },
      test: 'above',
      value: 90,
      severity: 'override',
      proposed: false,
    },
  ])
})

test('every number has a name and a unit in words, in both languages', () => {
  const figures = library.rules.flatMap((rule) => rule.figures)
  const plain = new Set(['kg', 'ms', 'mg/dL', ...Object.keys(symbols)])
  for (const said of [en, es]) {
    const nameless = figures.filter(({ name, measure }) => measure === null && !said.figures[name])
    const bareUnits = figures.filter(({ unit }) => !said.units[unit] && !plain.has(unit))
    expect([nameless, bareUnits]).toEqual([[], []])
  }
})

test('everyone who can clear a rule is said in both languages', () => {
  const who = [...new Set(library.rules.map((rule) => rule.who))]
  expect(who.filter((each) => !en.who[each] || !es.who[each])).toEqual([])
})

test('a rule is found by its id, a source, or words in either order, with or without accents', () => {
  expect(ids({ words: 'el-c06a' })).toEqual(['EL-C06a'])
  expect(ids({ words: 'S102' })).toContain('EL-C06b')
  expect(ids({ words: 'pressure before dose 65' })).toEqual(ids({ words: '65 dose before pressure' }))
  expect(ids({ words: 'presion' }, 'es')).toEqual(ids({ words: 'presión' }, 'es'))
  expect(ids({ words: 'presion' }, 'es')).toContain('MO-BP1')
  expect(ids({ words: 'xyzzy' })).toEqual([])
})

test('narrowed by how grave it is, where it belongs, and what is a proposed default', () => {
  const blocks = ids({ severity: 'block', part: 'interactions' })
  expect(blocks).toContain('IX-01')
  expect(blocks).not.toContain('IX-05')
  expect(ids({ proposed: true })).toContain('MO-BP1')
  expect(ids({ proposed: true })).not.toContain('IX-01')
})
