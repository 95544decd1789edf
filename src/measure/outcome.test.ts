import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/instant.ts'
import { grouped as group, unseen } from './testing/grouped.ts'
import { changeRule } from './measure.content.ts'
import { outcomeOf, outcomeTimes, pointsOf, shareOf, windows } from './outcome.ts'

const rule = changeRule('phq-9')
const firstDoseAt = Date.UTC(2026, 0, 1)
const lastDoseAt = firstDoseAt + 21 * day
const scored = (...scores: [daysFromLast: number, total: number | null][]) =>
  pointsOf(
    {
      firstDoseAt,
      lastDoseAt,
      responses: [
        { total: 20, band: 'severe', at: firstDoseAt - day },
        ...scores.map(([days, total]) => ({ total, band: null, at: lastDoseAt + days * day })),
      ],
    },
    rule,
  )
const at = (points: ReturnType<typeof scored>, time: string) => points.find((point) => point.time === time)!

describe('one course', () => {
  test('each time has the score nearest to its day, compared with the last before the first dose', () => {
    const points = scored([5, 14], [8, 12], [30, 4])
    expect(at(points, 'week')).toMatchObject({ baseline: 20, baselineBand: 'severe', total: 12, change: -8 })
    expect(at(points, 'month')).toMatchObject({ total: 4, response: true, remission: true })
    expect(at(points, 'quarter')).toMatchObject({
      total: null,
      change: null,
      reliable: 'unknown',
      remission: null,
    })
  })

  test('an answer without a total is missing, and never 0', () => {
    expect(at(scored([7, null]), 'week')).toMatchObject({ total: null, change: null, reliable: 'unknown' })
  })

  test('without a score before the first dose nothing can have changed, though the end may be known', () => {
    const [week] = pointsOf(
      { firstDoseAt, lastDoseAt, responses: [{ total: 3, band: null, at: lastDoseAt + 7 * day }] },
      rule,
    )
    expect(week).toMatchObject({ baseline: null, total: 3, change: null, response: null })
  })

  test('a score from before the baseline’s time is none', () => {
    const old = [{ total: 20, band: null, at: firstDoseAt - 61 * day }]
    expect(pointsOf({ firstDoseAt, lastDoseAt, responses: old }, rule)[0]!.baseline).toBe(null)
  })

  test('the times touch and do not overlap: a moment belongs to one of them', () => {
    outcomeTimes.slice(1).forEach((time, place) => {
      expect(windows[time].opensAfter).toBe(windows[outcomeTimes[place]!].closesAfter)
    })
  })
})

describe('many courses', () => {
  test('both denominators: of those assessed, and of all who started but for those still awaited', () => {
    const outcome = outcomeOf([
      group({ courses: 30 }),
      group({ courses: 20, response: false, change: -2, reliable: 'no-reliable-change' }),
      group({ ...unseen, courses: 40 }),
      group({ ...unseen, courses: 10, over: false }),
    ])
    expect(outcome).toMatchObject({ started: 100, assessed: 50, missing: 40, awaited: 10, thin: true })
    expect(outcome.response!.ofAssessed).toMatchObject({ count: 30, of: 50 })
    expect(outcome.response!.ofStarted).toMatchObject({ count: 30, of: 90 })
    expect(outcome.improved).toMatchObject({
      ofAssessed: { count: 30, of: 50 },
      ofStarted: { count: 30, of: 90 },
    })
    expect([outcome.medianChange, outcome.quartiles]).toEqual([-10, [-10, -2]])
  })

  test('who is awaited changes no share, and becomes missing the day their time is over', () => {
    const seen = [group({ courses: 30 }), group({ courses: 20, response: false, reliable: 'deterioration' })]
    const [before, awaiting, over] = [
      outcomeOf(seen),
      outcomeOf([...seen, group({ ...unseen, courses: 50, over: false })]),
      outcomeOf([...seen, group({ ...unseen, courses: 50 })]),
    ]
    for (const result of ['response', 'remission', 'improved', 'deteriorated'] as const)
      expect([result, awaiting[result]]).toEqual([result, before[result]])
    expect(over.deteriorated!.ofStarted).toMatchObject({ count: 20, of: 100 })
    expect([awaiting.awaited, awaiting.missing, over.awaited, over.missing]).toEqual([50, 0, 0, 50])
  })

  test('who is awaited is not held against the practice as missing', () => {
    const outcome = outcomeOf([group({ courses: 6 }), group({ ...unseen, over: false, courses: 94 })])
    expect([outcome.missing, outcome.thin]).toEqual([0, false])
  })

  test('Wilson’s interval, against published values', () => {
    const { low, high } = shareOf(15, 50)
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.1910', '0.4375'])
    expect(shareOf(0, 10).low).toBe(0)
    expect(shareOf(0, 10).high).toBeCloseTo(0.2775, 4)
    expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, low: 0, high: 1 })
  })

  test('the parts add up to the whole, whatever is in them', () => {
    const some = fc.record({
      protocolId: fc.constantFrom('a', 'b', 'c'),
      assessed: fc.boolean(),
      over: fc.boolean(),
      change: fc.integer({ min: -20, max: 20 }),
      courses: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(some), (list) => {
        const groups = list.map((one) =>
          group({ ...(one.assessed ? {} : unseen), ...one, change: one.assessed ? one.change : null }),
        )
        const whole = outcomeOf(groups)
        expect(whole.assessed + whole.missing + whole.awaited).toBe(whole.started)
        expect([undefined, whole.started - whole.awaited]).toContain(whole.response?.ofStarted.of)
        const parts = ['a', 'b', 'c'].map((id) =>
          outcomeOf(groups.filter(({ protocolId }) => protocolId === id)),
        )
        expect(parts.reduce((sum, { started }) => sum + started, 0)).toBe(whole.started)
      }),
    )
  })
})
