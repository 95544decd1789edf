import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { instant, isoOf, minute } from '../kernel/instant.ts'
import type { Protocol } from '../protocol/protocol.ts'
import { againAfter, missedDues, nextAsked, nextDue, unreadSince } from './due.ts'
import { doubtOf, ownLastTap, standing, toldOf } from './facts.ts'

const { vitals, limits } = JSON.parse(
  readFileSync(new URL('../../content/protocols/sublingual.json', import.meta.url), 'utf8'),
) as Protocol
/** A limit that was crossed is measured again when rule MO-BP3 says; the data is what counts. */
test('what crossed is measured again after the minutes of its rule', () => {
  const { rules } = JSON.parse(
    readFileSync(new URL('../../content/rules/day.json', import.meta.url), 'utf8'),
  ) as { rules: { id: string; figures?: { again?: { value: number; unit: string } } }[] }
  expect(rules.find(({ id }) => id === 'MO-BP3')?.figures?.again).toMatchObject({
    value: againAfter / minute,
    unit: 'min',
  })
})

const doseAt = instant('2026-03-02T17:00:00Z')
const at = (minutes: number) => doseAt + minutes * minute
const unmeasured = {
  systolicMmHg: null,
  diastolicMmHg: null,
  heartRateBpm: null,
  spo2Percent: null,
  respirationsPerMin: null,
  sedationMoaas: null,
}
/** Taken at these minutes; with a number beside it, that upper pressure. */
const watched = (taken: (number | [number, number])[], endedAt: number | null = null) => ({
  plan: vitals,
  limits,
  doseAt,
  endedAt,
  readings: taken.map((one) => {
    const [minutes, upper] = typeof one === 'number' ? [one, 120] : one
    const measured = { ...unmeasured, systolicMmHg: upper, diastolicMmHg: 80 }
    return { ...measured, id: `r${minutes}`, takenAt: isoOf(at(minutes)) }
  }),
})
const due = (taken: (number | [number, number])[], now: number) => nextDue(watched(taken), at(now))
const minutesOf = (one: { at: number } | undefined) => one && (one.at - doseAt) / minute
const missed = (taken: (number | [number, number])[], now: number, endedAt: number | null = null) =>
  missedDues(watched(taken, endedAt), at(now)).map(({ key }) => key)

test('MO-MISS: a reading is coming, due, late after five minutes, missed after ten', () => {
  expect(due([-5], 12)).toMatchObject({ key: 'planned 20', at: at(20), state: 'coming' })
  expect(due([-5], 20)).toMatchObject({ key: 'planned 20', state: 'due' })
  expect(due([-5], 25)).toMatchObject({ state: 'due' })
  expect(due([-5], 25.1)).toMatchObject({ state: 'late' })
  expect(due([-5], 30.1)).toMatchObject({ state: 'missed' })
})

test('one taken a little early or late is the planned one, and is not asked for again', () => {
  expect(minutesOf(due([-5, 17], 20))).toBe(40)
  expect(minutesOf(due([-5, 27], 28))).toBe(40)
})

test('when one was missed and the next is due, the next is what is asked for', () =>
  expect(due([-5], 41)).toMatchObject({ key: 'planned 40', state: 'due' }))

test('what was missed before a later reading is not asked for any more', () =>
  expect(due([-5, 20, 90], 95)).toMatchObject({ key: 'planned 120', state: 'coming' }))

test('after the last planned one nothing is due', () =>
  expect(due([0, 20, 40, 60, 90, 120], 125)).toBeUndefined())

test('MO-BP3: after a crossed limit the next is due in five minutes, by the clock as by the alarm', () => {
  expect(due([-5, [21, 168]], 22)).toMatchObject({
    key: 'again r21',
    why: 'again',
    at: at(26),
    state: 'coming',
  })
  expect(due([-5, [21, 168]], 32)).toMatchObject({ key: 'again r21', state: 'late' })
  expect(minutesOf(due([-5, [21, 168], [26, 130]], 27))).toBe(40)
  expect(due([-5, [21, 168], [26, 170]], 27)).toMatchObject({ key: 'again r26', at: at(31) })
})

const breathes = (taken: [number, Partial<typeof unmeasured> | object][]) => ({
  ...watched([]),
  readings: taken.map(([minutes, more]) => ({
    ...unmeasured,
    ...more,
    id: `r${minutes}`,
    takenAt: isoOf(at(minutes)),
  })),
})

test.each([
  ['MO-O2, oxygen', { spo2Percent: 93 }, 1],
  ['EM-03, breaths', { respirationsPerMin: 9 }, 1],
  ['EM-04, no answer', { sedationMoaas: 1 }, 1],
  ['MO-SED, an answer when called loudly', { sedationMoaas: 3 }, 5],
  ['the pressure and the oxygen', { systolicMmHg: 168, diastolicMmHg: 90, spo2Percent: 93 }, 1],
  ['the pressure', { systolicMmHg: 168, diastolicMmHg: 90 }, 5],
])('%s: again after %j, in %i min', (_, measured, minutes) =>
  expect(minutesOf(nextDue(breathes([[21, measured]]), at(21)))).toBe(21 + minutes),
)

test('what crossed and was never measured again is asked for, whatever else was measured since', () => {
  const calm = { systolicMmHg: 120, diastolicMmHg: 80 }
  const low = breathes([
    [21, { spo2Percent: 93 }],
    [38, calm],
  ])
  expect(nextDue(low, at(39))).toMatchObject({ key: 'again r21', state: 'missed' })
  expect(unreadSince(low, at(39))).toBe(at(21))
  const one = (name: object) =>
    breathes([
      [21, { spo2Percent: 93, ...calm, systolicMmHg: 168 }],
      [38, calm],
      [39, name],
    ])
  expect(nextDue(one({ spo2Percent: 97 }), at(40))).toMatchObject({ key: 'planned 60' })
  expect(nextDue(one({ sedationMoaas: 5 }), at(40))).toMatchObject({ key: 'again r21' })
})

describe('what the room asks for next, in one line', () => {
  const asked = (now: number, more: object = {}) =>
    nextAsked(watched([-5, 17]), { isEmergency: false, isCrossed: false, ...more }, at(now))

  test('an emergency goes before anything that is planned', () =>
    expect([asked(18, { isEmergency: true, isCrossed: true }), asked(200, { isEmergency: true })]).toEqual([
      'emergency',
      'emergency',
    ]))
  test('a limit that stands crossed and that nothing asks about is measured again now, not at the next planned moment', () => {
    expect(asked(18, { isCrossed: true })).toMatchObject({ why: 'again', at: at(18), state: 'due' })
    expect(asked(18)).toMatchObject({ key: 'planned 40', state: 'coming' })
  })
  test('the reading that was asked for after it keeps its own time', () =>
    expect(
      nextAsked(watched([-5, [21, 168]]), { isEmergency: false, isCrossed: true }, at(22)),
    ).toMatchObject({ key: 'again r21', at: at(26) }))
  test('once they have gone nothing is asked', () =>
    expect(nextAsked(watched([-5], at(30)), { isEmergency: true, isCrossed: true }, at(40))).toBeUndefined())
})

test('MO-MISS: while what was due is late, it is said since when there is no reading', () => {
  const unread = (taken: number[], now: number) => {
    const since = unreadSince(watched(taken), at(now))
    return since === undefined ? undefined : (since - doseAt) / minute
  }
  expect(unread([-5, 3], 52)).toBe(3)
  expect(unread([-5], 26)).toBe(-5)
  expect(unread([], 26)).toBe(0)
  expect(unread([-5, 3], 24)).toBeUndefined()
  expect(unread([-5, 3], 39)).toBe(3)
  expect(unread([-5, 20, 41], 59)).toBeUndefined()
  expect(unreadSince(watched([-5], at(30)), at(60))).toBeUndefined()
})

test('what was due and not taken is there to be read afterwards, and what was taken is not', () => {
  expect(missed([-5, 20, 90], 95)).toEqual(['planned 40', 'planned 60'])
  expect(missed([-5, 20], 39)).toEqual([])
  expect(missed([], 31)).toEqual(['planned 0', 'planned 20'])
  expect(missed([-5, [21, 168], 38], 39)).toEqual(['again r21'])
  expect(missed([-5, [21, 168], 27], 39)).toEqual([])
})

test('MO-MISS: what was not yet late when they went was not missed', () => {
  expect(missed([-5, 20], 200, at(44))).toEqual([])
  expect(missed([-5, 20], 200, at(46))).toEqual(['planned 40'])
})

test('once they have gone nothing more is due, and what was due before they went stays not taken', () => {
  expect(missed([-5, 20], 200, at(50))).toEqual(['planned 40'])
  expect(nextDue(watched([-5, 20], at(50)), at(200))).toBeUndefined()
})

test('a device two minutes ahead is believed, one beyond is marked; an entry of twelve hours ago is late', () => {
  expect(doubtOf(at(2), at(0))).toBeNull()
  expect(doubtOf(at(2.1), at(0))).toBe('ahead')
  expect(doubtOf(at(-720), at(0))).toBeNull()
  expect(doubtOf(at(-721), at(0))).toBe('late')
})

test('a corrected fact gives way to its correction, a struck one to nothing', () => {
  const facts = [
    { id: 'a', corrects: null, struck: false },
    { id: 'b', corrects: 'a', struck: false },
    { id: 'c', corrects: null, struck: false },
    { id: 'd', corrects: 'c', struck: true },
  ]
  expect(standing(facts).map(({ id }) => id)).toEqual(['b'])
})

test('each thing is told once, with everything that was written down of it before', () => {
  const facts = [
    { id: 'a', corrects: null, struck: false },
    { id: 'b', corrects: 'a', struck: false },
    { id: 'c', corrects: 'b', struck: true },
    { id: 'd', corrects: null, struck: false },
  ]
  const told = toldOf(facts).map(({ newest, before }) => [newest.id, before.map(({ id }) => id)])
  expect(told).toEqual([
    ['c', ['b', 'a']],
    ['d', []],
  ])
})

test('what can be undone is one’s own last tap, by when it was written and not by when it is said to have happened', () => {
  const facts = [
    { id: '3', byId: 'me', occurredAt: 1, corrects: null, struck: false },
    { id: '1', byId: 'me', occurredAt: 2, corrects: null, struck: false },
    { id: '4', byId: 'another', occurredAt: 3, corrects: null, struck: false },
  ]
  expect(ownLastTap(facts, 'me')?.id).toBe('3')
  const undone = { id: '5', byId: 'me', occurredAt: 1, corrects: '3', struck: true }
  expect(ownLastTap([...facts, undone], 'me')).toMatchObject({ id: '5', struck: true })
  expect(ownLastTap([...facts, { ...undone, byId: 'another' }], 'me')).toBeUndefined()
  expect(ownLastTap(facts, null)).toBeUndefined()
})
