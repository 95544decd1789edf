import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tracksBelow } from './links.ts'
import type { ThreadWord } from './view.ts'

const words = fc
  .array(fc.tuple(fc.nat(1_000), fc.option(fc.nat(30))), { minLength: 1, maxLength: 20 })
  .map((all) =>
    all
      .toSorted(([one], [other]) => one - other)
      .map(([at, parent], place): ThreadWord => ({
        id: `w${place}`,
        at,
        kind: 'insight',
        private: false,
        from: parent === null ? [] : [`w${parent % all.length}`],
      })),
  )

test('two words whose lines run across the same stretch never share a track', () =>
  fc.assert(
    fc.property(words, (all) => {
      const x = ({ at }: ThreadWord) => at
      const { tracks, count } = tracksBelow(all, all, x)
      const spans = all.flatMap((word) => {
        const reached = all.filter(({ from }) => from.includes(word.id)).map(x)
        const lane = tracks.get(word.id)
        return lane === undefined
          ? []
          : [{ lane, left: Math.min(word.at, ...reached), right: Math.max(word.at, ...reached) }]
      })
      expect(spans.filter(({ lane }) => lane >= count)).toEqual([])
      const crossing = spans.filter((span, place) =>
        spans
          .slice(place + 1)
          .some((other) => other.lane === span.lane && span.right >= other.left && other.right >= span.left),
      )
      expect(crossing).toEqual([])
    }),
  ))
