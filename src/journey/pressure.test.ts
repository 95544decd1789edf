import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { day, hour, instant, minute } from '../kernel/instant.ts'
import type { Protocol } from '../protocol/protocol.ts'
import type { DayDecision, GateFacts, Pressure } from './gateFacts.ts'
import { pressureGate } from './pressure.ts'

const protocol: Protocol = JSON.parse(
  await readFile(new URL('../../content/protocols/sublingual.json', import.meta.url), 'utf8'),
)
const now = instant('2026-03-03T18:00:00Z')

let count = 0
const taken = (systolicMmHg: number, diastolicMmHg: number, minutesAgo: number): Pressure => ({
  id: String((count += 1)).padStart(4, '0'),
  systolicMmHg,
  diastolicMmHg,
  takenAt: now - minutesAgo * minute,
  doubtful: false,
})
const having = (pressures: Pressure[], more: Partial<GateFacts> = {}) => {
  const facts = {
    protocol,
    pressures,
    decisions: [],
    birthDate: '1990-05-03',
    timeZone: 'America/Los_Angeles',
  }
  const { state, because } = pressureGate({ ...facts, ...more } as unknown as GateFacts, now)
  return `${state}: ${because.code}`
}

describe('the limit (MO-BP1, MO-BP2, MO-BP4)', () => {
  test.each([
    [140, 90, 'met: pressure-within'],
    [141, 90, 'stop: pressure-over'],
    [140, 91, 'stop: pressure-over'],
    [100, 60, 'met: pressure-within'],
    [99, 60, 'stop: pressure-over'],
    [159, 99, 'stop: pressure-over'],
    [160, 80, 'stop: pressure-not-today'],
    [120, 100, 'stop: pressure-not-today'],
  ] as const)('%i over %i, below 65 years: %s', (systolic, diastolic, said) =>
    expect(having([taken(systolic, diastolic, 1)])).toBe(said),
  )
  test.each([
    ['1961-03-03', 'met: pressure-within'],
    ['1961-03-04', 'stop: pressure-over'],
    [null, 'stop: pressure-over'],
  ] as const)('150 over 90, born %s: %s', (birthDate, said) =>
    expect(having([taken(150, 90, 1)], { birthDate })).toBe(said),
  )
  test('from 65 years on 151 is over, and so is 91', () => {
    const birthDate = '1950-01-01'
    expect(having([taken(151, 90, 1)], { birthDate })).toBe('stop: pressure-over')
    expect(having([taken(150, 91, 1)], { birthDate })).toBe('stop: pressure-over')
  })
})

describe('when it was taken', () => {
  test('none is not a good one', () => expect(having([])).toBe('waiting: pressure-none'))
  test('less than 30 minutes ago', () =>
    expect([having([taken(120, 80, 29.99)]), having([taken(120, 80, 30)])]).toEqual([
      'met: pressure-within',
      'waiting: pressure-old',
    ]))
  test('today, by the practice’s wall', () =>
    expect(having([{ ...taken(120, 80, 1), takenAt: now - 11 * hour }])).toBe('waiting: pressure-none'))
  test('not by a clock that was wrong, nor in a time to come', () => {
    expect(having([{ ...taken(120, 80, 1), doubtful: true }])).toBe('waiting: pressure-none')
    expect(having([taken(120, 80, -1)])).toBe('waiting: pressure-none')
  })
})

describe('over the limit', () => {
  test('a repeat counts after five minutes of rest', () => {
    expect(having([taken(150, 80, 5), taken(130, 80, 0)])).toBe('met: pressure-within')
    expect(having([taken(150, 80, 5), taken(130, 80, 0.01)])).toBe('waiting: pressure-rest')
  })
  test('so high once, and there is no dose today', () =>
    expect(having([taken(160, 80, 60), taken(120, 80, 1)])).toBe('stop: pressure-not-today'))
  const thrice = [taken(150, 80, 22), taken(149, 80, 15), taken(148, 80, 8)]
  test('still over at the third reading, a prescriber decides', () => {
    expect(having(thrice.slice(1))).toBe('stop: pressure-over')
    expect(having(thrice)).toBe('stop: pressure-needs-decision')
    expect(having([...thrice, taken(120, 80, 1)])).toBe('stop: pressure-needs-decision')
  })
  const decision: DayDecision = {
    gate: 'pressure',
    proceed: true,
    decidedAt: now - minute,
    expiresAt: now + hour,
    byName: 'P',
    prescribes: true,
  }
  const decided = (more: Partial<DayDecision>, pressures = thrice) =>
    having(pressures, { decisions: [{ ...decision, ...more }] })
  test('in writing, after that reading, today, for a time', () => {
    expect(decided({})).toBe('met: pressure-decided')
    expect(decided({ decidedAt: now - 9 * minute })).toBe('stop: pressure-needs-decision')
    expect(decided({ decidedAt: now - day })).toBe('stop: pressure-needs-decision')
    expect(decided({ expiresAt: now })).toBe('stop: pressure-needs-decision')
    expect(decided({ prescribes: false })).toBe('stop: pressure-needs-decision')
    expect(decided({ proceed: false })).toBe('stop: pressure-decided-against')
  })
  test('and even then the last reading is a fresh one', () =>
    expect(
      decided(
        {},
        thrice.map((one) => ({ ...one, takenAt: one.takenAt - 25 * minute })),
      ),
    ).toBe('waiting: pressure-old'))
})
