import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, hour, isoOf } from '../kernel/instant.ts'
import { dayIn, wallIn } from '../kernel/zone.ts'
import { isNeverSelfServed, offered, stateOf, type Open } from './occasion.ts'
import { awake, planOf, sleepsMinute, wakesMinute, type Asking, type ScheduleFacts } from './schedule.ts'

const la = 'America/Los_Angeles'
const weekly: Asking = {
  id: 'week-after',
  on: 'dose',
  after: { days: 7 },
  opensHoursBefore: 24,
  closesHoursAfter: 96,
  remindHoursAfter: 24,
  instruments: ['phq-9', 'gad-7'],
}
const nextDay: Asking = {
  ...weekly,
  id: 'day-after',
  after: { hours: 24 },
  opensHoursBefore: 2,
  instruments: ['asq'],
}
const facts: ScheduleFacts = {
  enrolledAt: Date.parse('2026-10-01T17:00:00Z'),
  journeys: [],
  completedAt: null,
  leftAt: null,
  timeZone: la,
}
const dosed = (...at: string[]): ScheduleFacts => ({
  ...facts,
  journeys: at.map((iso, place) => ({
    id: `j${place + 1}`,
    plannedAt: Date.parse(iso),
    doseAt: Date.parse(iso),
    cancelled: false,
  })),
})

test('a week after is the same hour of the day, though the clocks went back in between', () => {
  const [phq] = planOf([weekly], dosed('2026-10-28T17:30:00Z'))
  expect(isoOf(phq!.targetAt)).toBe('2026-11-04T18:30:00.000Z')
  expect(wallIn(phq!.targetAt, la)).toEqual(wallIn(Date.parse('2026-10-28T17:30:00Z'), la))
})

test('hours are hours: a day after the dose is 24 of them, also in the night the clocks change', () => {
  const at = Date.parse('2026-10-31T20:00:00Z')
  const [asq] = planOf([nextDay], dosed(isoOf(at)))
  expect(asq!.targetAt - at).toBe(24 * hour)
})

test('one key for one instrument on one occasion, whatever is moved', () => {
  const before = planOf([weekly], dosed('2026-10-28T17:30:00Z')).map(({ key }) => key)
  const moved = planOf([weekly], { ...dosed('2026-10-29T19:00:00Z'), timeZone: 'Europe/Madrid' })
  expect(moved.map(({ key }) => key)).toEqual(before)
  expect(before).toEqual(['week-after/j1/phq-9', 'week-after/j1/gad-7'])
})

test('what follows a dose ends with the next one; what would open after it is not asked', () => {
  const plan = planOf([weekly, nextDay], dosed('2026-10-05T17:00:00Z', '2026-10-08T17:00:00Z'))
  expect(plan.filter(({ key }) => key.startsWith('week-after/j1'))).toEqual([])
  const first = plan.find(({ key }) => key === 'day-after/j1/asq')
  expect(isoOf(first!.closesAt)).toBe('2026-10-08T17:00:00.000Z')
})

test('what is asked before a journey ends with the dose, and goes with a journey that is called off', () => {
  const before: Asking = {
    ...weekly,
    id: 'before',
    on: 'journey',
    after: { days: -1 },
    instruments: ['phq-2'],
  }
  const at = Date.parse('2026-10-20T17:00:00Z')
  const journey = { id: 'j1', plannedAt: at, doseAt: null, cancelled: false }
  const [open] = planOf([before], { ...facts, journeys: [journey] })
  expect(isoOf(open!.targetAt)).toBe('2026-10-19T17:00:00.000Z')
  const [given] = planOf([before], { ...facts, journeys: [{ ...journey, doseAt: at + hour }] })
  expect(given!.closesAt).toBe(at + hour)
  expect(planOf([before], { ...facts, journeys: [{ ...journey, cancelled: true }] })).toEqual([])
})

test('whoever left is asked nothing that opens later, and what was open closes', () => {
  const left = { ...dosed('2026-10-05T17:00:00Z'), leftAt: Date.parse('2026-10-06T18:00:00Z') }
  const plan = planOf([weekly, nextDay], left)
  expect(plan.map(({ askingId }) => askingId)).toEqual(['day-after'])
  expect(plan[0]!.closesAt).toBe(left.leftAt)
})

describe('for any moment, in zones that change their clocks and zones that do not', () => {
  const zones = fc.constantFrom(
    la,
    'America/New_York',
    'America/Phoenix',
    'Europe/Madrid',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Pacific/Apia',
    'UTC',
  )
  const moments = fc
    .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2029, 0, 1) })
    .map((at) => at - (at % 60_000))
  const isAwake = (at: number, zone: string) => {
    const { minuteOfDay } = wallIn(at, zone)
    return minuteOfDay >= wakesMinute && minuteOfDay < sleepsMinute
  }

  test('no reminder comes by night where the client lives, nor after its time is over, nor twice', () => {
    fc.assert(
      fc.property(
        moments,
        zones,
        fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 120 })),
        (at, zone, [days, late]) => {
          const asking: Asking = { ...weekly, after: { days }, remindHoursAfter: late }
          for (const one of planOf([asking], { ...dosed(isoOf(at)), timeZone: zone })) {
            if (one.remindAt === null) continue
            expect(isAwake(one.remindAt, zone)).toBe(true)
            expect(one.remindAt).toBeGreaterThanOrEqual(one.targetAt)
            expect(one.remindAt).toBeLessThan(one.closesAt)
          }
        },
      ),
    )
  })

  test('days are days of the calendar there: the target stands on that date, awake', () => {
    fc.assert(
      fc.property(moments, zones, fc.integer({ min: 1, max: 400 }), (at, zone, days) => {
        const [one] = planOf([{ ...weekly, after: { days } }], { ...dosed(isoOf(at)), timeZone: zone })
        const wanted = new Date(Date.parse(`${dayIn(at, zone)}T00:00:00Z`) + days * day)
          .toISOString()
          .slice(0, 10)
        expect(dayIn(one!.targetAt, zone)).toBe(wanted)
        expect(isAwake(one!.targetAt, zone)).toBe(true)
      }),
    )
  })

  test('moving from one zone to another loses nothing and asks nothing twice', () => {
    fc.assert(
      fc.property(moments, zones, zones, (at, from, to) => {
        const keysIn = (zone: string) =>
          planOf([weekly, nextDay], { ...dosed(isoOf(at)), timeZone: zone }).map(({ key }) => key)
        expect(keysIn(from).toSorted()).toEqual(keysIn(to).toSorted())
        expect(new Set(keysIn(to)).size).toBe(keysIn(to).length)
      }),
    )
  })

  test('a waking moment is left as it is, a night becomes its next morning, within sixteen hours', () => {
    fc.assert(
      fc.property(moments, zones, (at, zone) => {
        const then = awake(at, zone)
        expect(isAwake(then, zone)).toBe(true)
        expect(then === at).toBe(isAwake(at, zone))
        expect(then - at).toBeLessThan(16 * hour)
      }),
    )
  })
})

describe('what became of it', () => {
  const [phq] = planOf([{ ...weekly, instruments: ['phq-9'] }], dosed('2026-10-05T17:00:00Z'))
  const none = { responses: [], refused: new Set<string>() }
  const answered = (answeredAt: number) => ({
    ...none,
    responses: [{ id: 'r1', instrumentId: 'phq-9', answeredAt }],
  })

  test.each([
    ['upcoming', none, phq!.opensAt - 1],
    ['open', none, phq!.opensAt],
    ['open', none, phq!.closesAt],
    ['missed', none, phq!.closesAt + 1],
    ['answered', answered(phq!.opensAt), phq!.closesAt + day],
    ['missed', answered(phq!.closesAt + 1), phq!.closesAt + day],
    ['refused', { ...none, refused: new Set([phq!.key]) }, phq!.closesAt + day],
    ['answered', { ...answered(phq!.targetAt), refused: new Set([phq!.key]) }, phq!.closesAt],
  ] as const)('%s', (state, given, now) => expect(stateOf(phq!, given, now)).toBe(state))

  test('an answer to another instrument is none', () => {
    const other = { ...none, responses: [{ id: 'r1', instrumentId: 'gad-7', answeredAt: phq!.targetAt }] }
    expect(stateOf(phq!, other, phq!.targetAt)).toBe('open')
  })
})

describe('what is put before someone who is alone', () => {
  const open = (instrumentId: string, items: number, closesAt = 10): Open => ({
    items,
    inPerson: isNeverSelfServed({ id: instrumentId }),
    screen: null,
    intended: { ...planOf([weekly], dosed('2026-10-05T17:00:00Z'))[0]!, instrumentId, closesAt },
  })
  const within = (hasMet: boolean, items: number) => ({
    hasMet,
    asked: { items, isOpened: false },
    screenItems: 5,
  })
  const ids = (list: readonly { instrumentId: string }[]) => list.map(({ instrumentId }) => instrumentId)

  test('before a first meeting no more than 25 questions, what is short may still fit', () => {
    const all = [open('phq-9', 10), open('gad-7', 7), open('pcl-5', 20), open('asq', 5)]
    const { now, together } = offered(all, within(false, 0))
    expect([ids(now), ids(together)]).toEqual([['phq-9', 'gad-7', 'asq'], ['pcl-5']])
  })

  test('what was answered already counts', () => {
    const { now } = offered([open('phq-9', 10), open('gad-7', 7)], within(false, 18))
    expect(ids(now)).toEqual(['gad-7'])
  })

  test('after a first meeting everything, but what happened to them is never asked by a form alone', () => {
    const all = [open('pcl-5', 20), open('lec-5', 17), open('brfss-ace', 11), open('phq-9', 10)]
    const { now, together } = offered(all, within(true, 300))
    expect([ids(now), ids(together)]).toEqual([
      ['pcl-5', 'phq-9'],
      ['lec-5', 'brfss-ace'],
    ])
  })

  test('one of each, the one that closes first', () => {
    const { now } = offered([open('phq-9', 10, 20), open('phq-9', 10, 12)], within(true, 0))
    expect(now.map(({ closesAt }) => closesAt)).toEqual([12])
  })

  test('it never goes over the limit, and loses nothing', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(5)), { maxLength: 12 })
    fc.assert(
      fc.property(some, fc.nat(30), (list, askedItems) => {
        const all = list.map(([items, which], place) => open(`i${place}-${which}`, items))
        const { now, together } = offered(all, within(false, askedItems))
        const sum = now.reduce(
          (total, one) =>
            total + all.find(({ intended }) => intended.instrumentId === one.instrumentId)!.items,
          0,
        )
        expect(now.length === 0 || askedItems + sum <= 25).toBe(true)
        expect(now.length + together.length).toBe(all.length)
      }),
    )
  })
})
