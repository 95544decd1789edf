import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storyOf } from './story.ts'
import type { ThreadView, ThreadWord } from './view.ts'

const kinds = ['intention', 'insight', 'exercise', 'change'] as const
const now = 1_000

const words = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 1_400 }),
      kind: fc.constantFrom(...kinds),
      parents: fc.array(fc.nat(), { maxLength: 2 }),
    }),
    {
      maxLength: 30,
    },
  )
  .map((all) =>
    all.map(({ at, kind, parents }, place): ThreadWord => ({
      id: `w${place}`,
      at,
      kind,
      text: `words ${place}`,
      private: false,
      from: parents.map((parent) => `w${parent % all.length}`),
    })),
  )

const view = fc
  .tuple(words, fc.array(fc.integer({ min: 0, max: 1_400 }), { maxLength: 12 }))
  .map(([told, doses]): ThreadView => ({
    startsAt: 0,
    now,
    doses: doses.map((at, place) => ({ id: `d${place}`, at, given: at <= now })),
    lines: [],
    words: told,
    ahead: [],
  }))

const toldIn = (course: ThreadView) =>
  storyOf(course).flatMap(({ entries }) => entries.flatMap(({ word, after }) => [word, ...after]))

test('how a journey ended otherwise is told with that journey, and not before it was', () => {
  const course: ThreadView = {
    startsAt: 0,
    now,
    doses: [100, 600].map((at) => ({ id: `d${at}`, at, given: true })),
    lines: [],
    words: [],
    ahead: [],
    departures: [
      { id: 'a', at: 120, label: 'Left early' },
      { id: 'b', at: 1_200, label: 'Taken to a hospital' },
    ],
  }
  expect(storyOf(course).map(({ departures }) => departures.map(({ id }) => id))).toEqual([[], ['a'], []])
})

test('every word that was lived is told once, and nothing else is told', () =>
  fc.assert(
    fc.property(view, (course) => {
      const lived = course.words.filter(({ at }) => at <= now).map(({ id }) => id)
      const told = toldIn(course).map(({ id }) => id)
      expect(new Set(told).size).toBe(told.length)
      expect(lived).toEqual(expect.arrayContaining(told))
      const begun = course.words.filter(
        ({ at, kind }) => at <= now && (kind === 'intention' || kind === 'insight'),
      )
      expect(told).toEqual(expect.arrayContaining(begun.map(({ id }) => id)))
    }),
  ))

test('the chapters are preparation and one for each journey, in order', () =>
  fc.assert(
    fc.property(view, (course) => {
      const chapters = storyOf(course)
      expect(chapters.map(({ journey }) => journey)).toEqual(chapters.map((_, place) => place))
      expect(chapters).toHaveLength(1 + course.doses.filter(({ given }) => given).length)
    }),
  ))

test('what came of an insight is told with it, even when another journey lay between', () => {
  const word = (
    [id, kind, at]: readonly [string, ThreadWord['kind'], number],
    from: string[],
  ): ThreadWord => ({ id, kind, at, from, text: id, private: false })
  const course: ThreadView = {
    startsAt: 0,
    now,
    doses: [
      { id: 'd1', at: 100, given: true },
      { id: 'd2', at: 300, given: true },
    ],
    lines: [],
    words: [
      word(['insight', 'insight', 110], []),
      word(['exercise', 'exercise', 120], ['insight']),
      word(['change', 'change', 400], ['exercise']),
    ],
    ahead: [],
  }
  expect(
    storyOf(course).map(({ entries }) =>
      entries.map(({ word: { id }, after }) => [id, ...after.map((later) => later.id)]),
    ),
  ).toEqual([[], [['insight', 'exercise', 'change']], []])
})
