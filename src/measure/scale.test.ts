import { describe, expect, test } from 'vitest'
import { instruments } from '../instrument/instrument.content.ts'
import { score } from '../instrument/score.ts'
import { categoriesOf } from './category.ts'
import { linesOf } from './scale.ts'
import { en } from './words.names.en.ts'
import { es } from './words.names.es.ts'

const all = Object.values(instruments)
const idsOf = (id: string) => linesOf(instruments[id]!).map(({ scoreId }) => scoreId)

describe('what is drawn of an instrument', () => {
  test('the main score first, with its zones from the lowest up and without holes', () => {
    const [main] = linesOf(instruments['phq-9']!)
    expect(main).toMatchObject({ scoreId: 'total', main: true, min: 0, max: 27, whole: true })
    expect(main!.zones).toEqual([
      { id: 'minimal', from: 0, to: 5 },
      { id: 'mild', from: 5, to: 10 },
      { id: 'moderate', from: 10, to: 15 },
      { id: 'moderately-severe', from: 15, to: 20 },
      { id: 'severe', from: 20, to: 27 },
    ])
  })
  test('parts after it; the same answers counted in another way, and figures about the counting, are left out', () => {
    expect(idsOf('pcl-5')).toEqual(['total', 'clusterB', 'clusterC', 'clusterD', 'clusterE'])
    expect(idsOf('who-5')).toEqual(['percent'])
    expect(idsOf('audit-c')).toEqual(['total'])
    expect(idsOf('brfss-ace')).toEqual(['total'])
    expect(idsOf('maia-2')).toHaveLength(8)
  })
  test('an instrument without scores has rows of words instead', () => {
    expect(idsOf('asq')).toEqual([])
    expect(categoriesOf(instruments['asq']!)).toEqual([
      'negative',
      'positive-acuity-unknown',
      'non-acute-positive',
      'acute-positive',
    ])
    expect(categoriesOf(instruments['kt-mood-check']!)).toEqual(['not-met', 'met'])
  })
  test.each(all.map(({ id }) => [id]))('%s is drawn in one way or the other', (id) => {
    const instrument = instruments[id]!
    const lines = linesOf(instrument)
    expect(lines.length + categoriesOf(instrument).length).toBeGreaterThan(0)
    expect(lines.filter(({ main }) => main)).toHaveLength(instrument.main === null ? 0 : 1)
    for (const { min, max, zones } of lines) {
      expect(max).toBeGreaterThan(min)
      const borders = [min, ...zones.slice(1).map(({ from }) => from), max]
      expect(zones.map(({ from, to }) => [from, to])).toEqual(
        zones.map((_, place) => [borders[place], borders[place + 1]]),
      )
    }
  })
})

test('a zone says what the scorer says: every PHQ-9 total lies in the zone of its own band', () => {
  const [line] = linesOf(instruments['phq-9']!)
  for (let total = 0; total <= 27; total += 1) {
    const answers = Array.from({ length: 9 }, (_, place) => Math.max(0, Math.min(3, total - place * 3)))
    const zone = line!.zones.findLast(({ from }) => total >= from)
    expect(score(instruments['phq-9']!, { answers }).band).toBe(zone!.id)
  }
})

test.each([
  ['English', en],
  ['Spanish', es],
])('nothing that an instrument can tell goes unnamed in %s', (_, names) => {
  const unnamed = all.flatMap((instrument) => {
    const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id)
    return [
      ...[instrument.id].filter((id) => !names.topics[id]),
      ...ids(instrument.bands).filter((id) => !names.bands[id]),
      ...ids(instrument.flags).filter((id) => !names.flags[id]),
      ...linesOf(instrument).flatMap(({ scoreId }) => (names.scores[scoreId] ? [] : [scoreId])),
      ...categoriesOf(instrument).filter((id) => !names.bands[id] && !names.answers[id]),
    ]
  })
  expect(unnamed).toEqual([])
})
