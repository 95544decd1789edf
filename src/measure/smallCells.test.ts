import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OutcomeGroup } from './outcome.ts'
import { outcomesOf } from './outcomes.ts'
import { hiddenOf } from './smallCells.ts'
import { grouped as group, unseen } from './testing/grouped.ts'
import { isFixedBy } from './testing/pencil.ts'

describe('small groups', () => {
  test.each([
    [[50, 20, 30], []],
    [
      [50, 5, 7, 30],
      [1, 2],
    ],
    [
      [50, 5, 30],
      [1, 2],
    ],
    [
      [50, 1, 1, 30],
      [1, 2, 3],
    ],
    [[50, 0, 30], []],
    [[5], [0]],
  ])('%j hides %j', (sizes, hidden) => expect([...hiddenOf(sizes)].toSorted()).toEqual(hidden))

  test('what is hidden is together no small group, and never one alone', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 2, maxLength: 8 }), (sizes) => {
        const hidden = hiddenOf(sizes)
        const together = sizes.filter((_, place) => hidden.has(place)).reduce((sum, size) => sum + size, 0)
        const large = sizes.filter((size) => size >= 11).length
        const must = hidden.size > 0 && large > 0
        expect(!must || (hidden.size > 1 && together >= 11)).toBe(true)
        expect(sizes.filter((size, place) => size > 0 && size < 11 && !hidden.has(place))).toEqual([])
      }),
    )
  })

  test('of several tables about the same courses, no small part can be worked out from all that is told', () => {
    const one = fc.record({
      protocolId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      route: fc.constantFrom('im', 'sublingual', 'nasal'),
      baselineBand: fc.constantFrom('mild', 'severe'),
      courses: fc.integer({ min: 1, max: 20 }),
    })
    // Most protocols have one route, and everyone knows which.
    const usual = fc.record({
      protocolId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      baselineBand: fc.constantFrom('mild', 'severe'),
      courses: fc.integer({ min: 1, max: 20 }),
    })
    const routed = usual.map((each) => ({ ...each, route: each.protocolId < 'd' ? 'im' : 'sublingual' }))
    fc.assert(
      fc.property(fc.array(fc.oneof(one, routed), { minLength: 1, maxLength: 12 }), (list) => {
        const groups = list.map((each) => group(each))
        const [, month] = outcomesOf(groups)
        fc.pre(month!.whole !== null)
        const ways = [
          [month!.byProtocol, (each: OutcomeGroup) => each.protocolId],
          [month!.byRoute, (each: OutcomeGroup) => each.route],
          [month!.byBand, (each: OutcomeGroup) => each.baselineBand ?? 'unknown'],
        ] as const
        const row = (is: (each: OutcomeGroup) => boolean) => groups.map((each) => (is(each) ? 1 : 0))
        const sized = ways.flatMap(([parts, keyOf]) =>
          parts.map(({ key, outcome }) => ({ outcome, row: row((each) => keyOf(each) === key) })),
        )
        const sizeOf = (cells: readonly number[]) =>
          cells.reduce((sum, is, place) => sum + is * groups[place]!.courses, 0)
        const told = [row(() => true), ...sized.filter(({ outcome }) => outcome).map((each) => each.row)]
        const small = (courses: number) => courses > 0 && courses < 11
        const shownSmall = sized.filter((each) => each.outcome && small(each.outcome.started))
        const workedOut = sized.filter(
          (each) => !each.outcome && small(sizeOf(each.row)) && isFixedBy(told, each.row),
        )
        // Nor is what is left of one cell, when those that lie within it are taken away.
        const within = (inner: readonly number[], outer: readonly number[]) =>
          inner.every((is, place) => is === 0 || outer[place] === 1)
        const left = told.flatMap((outer) =>
          ways.flatMap(([parts, keyOf]) => {
            const inner = parts
              .filter(({ outcome }) => outcome)
              .map(({ key }) => row((each) => keyOf(each) === key))
              .filter((each) => within(each, outer))
            return inner.length === 0
              ? []
              : sizeOf(outer) - inner.reduce((sum, each) => sum + sizeOf(each), 0)
          }),
        )
        expect([shownSmall, workedOut, left.filter(small)]).toEqual([[], [], []])
      }),
      { numRuns: 1000 },
    )
  })

  test('what one table tells does not give away what another hides', () => {
    const [, month] = outcomesOf([
      group({ protocolId: 'a', route: 'im', courses: 30 }),
      group({ protocolId: 'b', route: 'im', courses: 5 }),
      group({ protocolId: 'c', route: 'sublingual', courses: 6 }),
      group({ protocolId: 'd', route: 'sublingual', courses: 40 }),
    ])
    const hiddenKeys = (parts: readonly { key: string; outcome: object | null }[]) =>
      parts.filter(({ outcome }) => !outcome).map(({ key }) => key)
    // Five and six are eleven together; but "im" less a would be b, and "sublingual" less d would be c.
    expect(hiddenKeys(month!.byProtocol)).toEqual(['a', 'b', 'c', 'd'])
    expect(hiddenKeys(month!.byRoute)).toEqual([])
  })

  test('a practice with fewer than eleven courses is told nothing but that', () => {
    const [, month] = outcomesOf([group({ courses: 10 })])
    expect(month).toMatchObject({ whole: null, bins: [], byProtocol: [], byBand: [] })
  })

  test('no change leaves the server one by one', () => {
    const told = outcomesOf([group({ courses: 30 }), group({ courses: 2, change: 12 })])
    expect(told[1]!.whole!.changes).toEqual([])
    expect(told[1]!.bins.find(({ from }) => from === 12)!.courses).toBe(null)
  })

  test('seen again are ten of forty: how many is told, and nothing of what became of them', () => {
    const [, month] = outcomesOf([group({ courses: 10 }), group({ ...unseen, courses: 30 })])
    expect(month!.whole).toMatchObject({
      started: 40,
      assessed: 10,
      response: null,
      remission: null,
      improved: null,
      medianChange: null,
      quartiles: null,
      untold: ['response', 'remission', 'reliable', 'change'],
    })
    expect(month!.bins).toEqual([])
    const [part] = month!.byProtocol
    expect(part!.outcome).toMatchObject({ started: 40, assessed: 10, response: null, medianChange: null })
  })

  test('a part in which few were seen again, and the next, which would give its results away', () => {
    const [, month] = outcomesOf([
      group({ protocolId: 'a', courses: 60 }),
      group({ protocolId: 'b', courses: 3 }),
      group({ ...unseen, protocolId: 'b', courses: 30 }),
      group({ protocolId: 'c', courses: 20 }),
    ])
    const told = month!.byProtocol.map(({ key, outcome }) => [key, outcome!.assessed, outcome!.response])
    expect(told).toEqual([
      ['a', 60, expect.anything()],
      ['b', 3, null],
      ['c', 20, null],
    ])
    expect(month!.whole!.untold).toEqual([])
  })

  test('one who got worse, told as such, hides no more of the steps than their own and a few', () => {
    const better = [-20, -16, -12, -9, -6, -3, 0, 3].map((change) =>
      group({
        change,
        courses: change === -20 ? 5 : 60,
        reliable: change <= -6 ? 'improvement' : 'no-reliable-change',
      }),
    )
    const [, month] = outcomesOf([...better, group({ change: 7, reliable: 'deterioration' })])
    expect(month!.bins.filter(({ courses }) => courses === null).map(({ from }) => from)).toEqual([
      -21, -18, 6,
    ])
  })

  test('how many are better by more than chance does not give a step away', () => {
    const worked = fc.array(
      fc.record({ change: fc.integer({ min: -12, max: 12 }), courses: fc.integer({ min: 1, max: 25 }) }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(worked, (list) => {
        const reliableOf = (change: number) =>
          change <= -6 ? 'improvement' : change >= 6 ? 'deterioration' : 'no-reliable-change'
        const [, month] = outcomesOf(
          list.map((each) => group({ ...each, reliable: reliableOf(each.change) })),
        )
        const total = (from: number, to: number) =>
          list
            .filter(({ change }) => change >= from && change <= to)
            .reduce((sum, { courses }) => sum + courses, 0)
        const hidden = month!.bins.filter(({ courses }) => courses === null)
        fc.pre(hidden.length < month!.bins.length)
        const better = month!.bins.filter(({ to, courses }) => to <= -6 && courses)
        const left = [
          hidden.reduce((sum, { from, to }) => sum + total(from, to), 0),
          better.length > 0 ? total(-12, -6) - better.reduce((sum, { courses }) => sum + courses!, 0) : 0,
        ]
        expect(left.filter((courses) => courses > 0 && courses < 11)).toEqual([])
      }),
    )
  })
})
