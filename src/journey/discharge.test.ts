import { describe, expect, test } from 'vitest'
import { gatesAt as now, sublingual } from '../app/testing/gates.ts'
import { hour, minute } from '../kernel/instant.ts'
import { criteriaOf, needsExam, openCriteria, type DischargeFacts, type PressureTaken } from './discharge.ts'

const dosedAt = now - 2 * hour
const taken = (systolicMmHg: number, diastolicMmHg: number, takenAt: number): PressureTaken => ({
  systolicMmHg,
  diastolicMmHg,
  takenAt,
})
const facts: DischargeFacts = {
  plan: sublingual.discharge,
  firstDoseAt: dosedAt,
  lastDoseAt: dosedAt,
  pressures: [
    taken(120, 80, dosedAt - minute),
    taken(140, 88, dosedAt + 40 * minute),
    taken(128, 82, now - minute),
  ],
  checks: [{ answer: 'no-thoughts', askedAt: now - minute, byName: 'T' }],
  cleared: [],
  ticks: sublingual.discharge.criteria.map((criterion) => ({
    criterion,
    met: true,
    byName: 'M',
    at: now,
    arrivedAt: now,
  })),
  rideNamedAt: dosedAt - hour,
  rideArrivedAt: dosedAt - hour,
}
const code = (id: string, more: Partial<DischargeFacts>, at = now) => {
  const one = criteriaOf({ ...facts, ...more }, at).find((each) => each.id === id)!
  return `${one.met ? 'met' : 'open'}: ${one.code}`
}

test('with everything in place nothing is open, in the order of the reference', () => {
  const criteria = criteriaOf(facts, now)
  expect(openCriteria(criteria)).toEqual([])
  expect(criteria.map(({ id }) => id)).toEqual(
    ['01', '02', '03', '04', '05', '06', '07', '08', '09', '12'].map((number) => `DC-${number}`),
  )
})

test('whoever takes them home is somebody: with nobody named, or another than it was said of, it is not so', () => {
  expect(code('DC-07', {})).toBe('met: ticked')
  expect(code('DC-07', { rideNamedAt: null })).toBe('open: ride-none')
  expect(code('DC-07', { rideNamedAt: now + 1 })).toBe('open: ride-changed')
  // Named, by its own device, before the tick, but come after it: the tick was about somebody else.
  expect(code('DC-07', { rideNamedAt: now - 1, rideArrivedAt: now + 1 })).toBe('open: ride-changed')
  expect(code('DC-07', { rideNamedAt: now - 1, rideArrivedAt: now })).toBe('met: ticked')
})

test('of nothing known, nothing is met', () => {
  const nothing = { ...facts, pressures: [], checks: [], ticks: [] }
  expect(criteriaOf(nothing, dosedAt).filter(({ met }) => met)).toEqual([])
})

test('the stay is 120 minutes from the last dose, to the millisecond', () => {
  expect(criteriaOf(facts, now)[0]).toMatchObject({ id: 'DC-01', met: true, at: now, until: now })
  expect(code('DC-01', {}, now)).toBe('met: stay-over')
  expect(code('DC-01', {}, now - 1)).toBe('open: stay-not-over')
  expect(code('DC-01', { lastDoseAt: dosedAt + minute }, now)).toBe('open: stay-not-over')
  expect(code('DC-01', { lastDoseAt: null }, now)).toBe('open: stay-no-dose')
})

describe('the blood pressure', () => {
  const last = (systolic: number, diastolic: number, before = taken(159, 99, now - 20 * minute)) =>
    code('DC-04', { pressures: [facts.pressures[0]!, before, taken(systolic, diastolic, now)] })
  test.each([
    [144, 80, 'met: pressure-settled'],
    [145, 80, 'open: pressure-off-baseline'],
    [96, 80, 'met: pressure-settled'],
    [95, 80, 'open: pressure-off-baseline'],
    [120, 96, 'met: pressure-settled'],
    [120, 97, 'open: pressure-off-baseline'],
    [160, 80, 'open: pressure-too-high'],
    [120, 100, 'open: pressure-too-high'],
  ] as const)('120 over 80 before, %i over %i now: %s', (systolic, diastolic, said) =>
    expect(last(systolic, diastolic)).toBe(said),
  )
  test('is falling, or back where it was', () => {
    expect(last(135, 80, taken(134, 80, now - minute))).toBe('open: pressure-still-rising')
    expect(last(134, 80, taken(134, 80, now - minute))).toBe('met: pressure-settled')
    expect(last(118, 80, taken(110, 80, now - minute))).toBe('met: pressure-settled')
  })
  test('needs one from before the dose and one from after it', () => {
    expect(code('DC-04', { pressures: facts.pressures.slice(1) })).toBe('open: pressure-no-baseline')
    expect(code('DC-04', { pressures: facts.pressures.slice(0, 1) })).toBe('open: pressure-none-since')
  })
})

describe('the question about suicide', () => {
  const answered = (answer: 'no-thoughts' | 'thoughts-no-intent', askedAt: number) =>
    code('DC-06', { checks: [{ answer, askedAt, byName: 'T' }] })
  test('was asked since the dose', () => {
    expect(answered('no-thoughts', dosedAt + 1)).toBe('met: asked-no-thoughts')
    expect(answered('no-thoughts', dosedAt)).toBe('open: asked-not-since')
    expect(answered('thoughts-no-intent', now)).toBe('open: asked-thoughts')
  })
})

test('a tick holds until it is taken back', () => {
  const back = { criterion: 'DC-05', met: false, byName: 'M', at: now, arrivedAt: now }
  expect(code('DC-05', {})).toBe('met: ticked')
  expect(code('DC-05', { ticks: [...facts.ticks, back] })).toBe('open: taken-back')
  expect(code('DC-05', { ticks: [] })).toBe('open: not-ticked')
})

test('four hours after the dose the prescriber looks', () =>
  expect([needsExam(facts, dosedAt + 4 * hour - 1), needsExam(facts, dosedAt + 4 * hour)]).toEqual([
    false,
    true,
  ]))

describe('intent or a plan, told since the dose', () => {
  const said = (answer: 'no-thoughts' | 'thoughts-no-intent' | 'intent-or-plan', ago: number) => ({
    answer,
    askedAt: now - ago * minute,
    byName: 'M',
  })
  const wrote = (ago: number) => ({ at: now - ago * minute, byName: 'T' })
  const six = (checks: DischargeFacts['checks'], cleared: DischargeFacts['cleared'] = []) =>
    code('DC-06', { checks, cleared })

  test('no answer given after it opens the way, however often it is asked', () => {
    const alarm = said('intent-or-plan', 30)
    expect(six([alarm])).toBe('open: asked-danger')
    expect(six([alarm, said('no-thoughts', 29)])).toBe('open: asked-danger')
    expect(six([alarm, said('no-thoughts', 20), said('no-thoughts', 1)])).toBe('open: asked-danger')
  })

  test('a word written since does, and one from before it does not', () => {
    const alarm = said('intent-or-plan', 30)
    expect(six([alarm], [wrote(10)])).toBe('met: asked-cleared')
    expect(six([alarm], [wrote(31)])).toBe('open: asked-danger')
    expect(six([alarm], [wrote(30)])).toBe('open: asked-danger')
    expect(six([alarm, said('intent-or-plan', 5)], [wrote(10)])).toBe('open: asked-danger')
  })

  test('what is answered after that word counts as ever', () => {
    const alarm = said('intent-or-plan', 30)
    expect(six([alarm, said('thoughts-no-intent', 5)], [wrote(10)])).toBe('open: asked-thoughts')
    expect(six([alarm, said('no-thoughts', 5)], [wrote(10)])).toBe('met: asked-no-thoughts')
  })

  test('before the dose it was the release that it stopped, and here it is asked anew', () =>
    expect(six([said('intent-or-plan', 125), said('no-thoughts', 5)])).toBe('met: asked-no-thoughts'))
})
