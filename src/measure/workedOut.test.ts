import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isKnown, results, type OutcomeGroup, type Result } from './outcome.ts'
import { outcomesOf, type Part, type Told } from './outcomes.ts'
import { grouped as group, unseen } from './testing/grouped.ts'
import { isFixedBy } from './testing/pencil.ts'

const isTold = (outcome: Told | null, result: Result): boolean =>
  outcome !== null && !outcome.untold.includes(result)

const ways = {
  byProtocol: (each: OutcomeGroup) => each.protocolId,
  byRoute: (each: OutcomeGroup) => each.route,
  byBand: (each: OutcomeGroup) => each.baselineBand ?? 'unknown',
}

/** Each part with which groups are in it, as far as the result is known of them. */
function tables(groups: readonly OutcomeGroup[], result: Result) {
  const [, month] = outcomesOf(groups)
  const rowOf = (is: (each: OutcomeGroup) => boolean) =>
    groups.map((each) => (is(each) && isKnown(each, result) ? 1 : 0))
  const sizeOf = (row: readonly number[]) => row.reduce((sum, is, at) => sum + is * groups[at]!.courses, 0)
  const parts = Object.entries(ways).flatMap(([name, keyOf]) =>
    (month![name as keyof typeof ways] as readonly Part[]).map(({ key, outcome }) => {
      const row = rowOf((each) => keyOf(each) === key)
      return { key, isTold: isTold(outcome, result), row, size: sizeOf(row) }
    }),
  )
  const whole = isTold(month!.whole, result) ? [rowOf(() => true)] : []
  return { parts, told: [...whole, ...parts.filter((part) => part.isTold).map(({ row }) => row)], sizeOf }
}

const isSmall = (size: number): boolean => size > 0 && size < 11

const seen = fc.record({
  protocolId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  route: fc.constantFrom('im', 'sublingual', 'nasal'),
  baselineBand: fc.constantFrom('mild', 'severe', null),
  courses: fc.integer({ min: 1, max: 20 }),
  change: fc.integer({ min: -20, max: 20 }),
  response: fc.constantFrom(true, false, null),
  remission: fc.constantFrom(true, false, null),
})
const notSeen = seen.map((each) => ({ ...each, ...unseen }))

describe('how a small group fared', () => {
  test.each(results)('is told of none, and by no adding and taking away of what is told: %s', (result) => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 3, arbitrary: seen }, notSeen), { minLength: 2, maxLength: 14 }),
        (list) => {
          const { parts, told, sizeOf } = tables(
            list.map((each) => group(each)),
            result,
          )
          fc.pre(told.length > 0)
          expect(parts.filter((part) => part.isTold && isSmall(part.size))).toEqual([])
          const secret = parts.filter((part) => !part.isTold && isSmall(part.size))
          expect(secret.filter(({ row }) => isFixedBy(told, row))).toEqual([])
          // Nor of what is left of one that is told, without those of it that are told as well.
          const left = told.flatMap((outer) =>
            told
              .filter((inner) => inner !== outer && inner.every((is, at) => is === 0 || outer[at] === 1))
              .map((inner) => sizeOf(outer) - sizeOf(inner)),
          )
          expect(left.filter(isSmall)).toEqual([])
        },
      ),
      { numRuns: 600 },
    )
  })
})

describe('what can still be worked out, and why it is left so (decision 491)', () => {
  /** Three of `b` were seen again, and their results are not told; nor are those of `c`, which would give them away. */
  const practice = (ofB: number, ofC: number) =>
    outcomesOf([
      group({ protocolId: 'a', courses: 60 }),
      group({ protocolId: 'b', courses: ofB, response: true }),
      group({ protocolId: 'b', courses: 3 - ofB, response: false }),
      group({ ...unseen, protocolId: 'b', courses: 30 }),
      group({ protocolId: 'c', courses: ofC, response: true }),
      group({ protocolId: 'c', courses: 20 - ofC, response: false }),
    ])[1]!
  /** By whoever takes what is told from the whole: how many of the three responded, at least and at most. */
  const bounds = (month: ReturnType<typeof practice>) => {
    const [a] = month.byProtocol
    const rest = month.whole!.response!.ofAssessed.count - a!.outcome!.response!.ofAssessed.count
    return [Math.max(0, rest - 20), Math.min(3, rest)]
  }

  test('that both hidden parts fared as they did together: of the three alone nothing, as long as neither is nearly all', () => {
    expect([bounds(practice(0, 12)), bounds(practice(3, 9))]).toEqual([
      [0, 3],
      [0, 3],
    ])
  })

  test('where nearly all of the hidden together fared alike, most of a small group did too', () => {
    expect(bounds(practice(3, 19))).toEqual([2, 3])
    expect(bounds(practice(3, 20))).toEqual([3, 3])
    expect(bounds(practice(0, 0))).toEqual([0, 0])
  })

  test('in a part that is told, its few: one of twelve who got worse is one of twelve, and no one says which', () => {
    const [, month] = outcomesOf([
      group({ courses: 60 }),
      group({ protocolId: 'b', courses: 11 }),
      group({ protocolId: 'b', courses: 1, change: 8, response: false, reliable: 'deterioration' }),
    ])
    const part = month!.byProtocol.find(({ key }) => key === 'b')!.outcome!
    expect([part.started, part.deteriorated!.ofAssessed.count]).toEqual([12, 1])
  })
})
