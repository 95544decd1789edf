import { describe, expect, test } from 'vitest'
import { day, hour, minute } from '../kernel/instant.ts'
import type { Order } from '../medication/order.ts'
import { asked, gatesAt as now, order, ready, ride, there } from '../app/testing/gates.ts'
import type { AskedAlone, GateFacts, Presence } from './gateFacts.ts'
import { gateIds, type GateId } from './gate.ts'
import { gatesOf, openGates, verdictOf } from './gates.ts'

const gate = (id: GateId, more: Partial<GateFacts>) => {
  const { state, because } = gatesOf({ ...ready, ...more }, now).find((one) => one.id === id)!
  return `${state}: ${because.code}`
}

test('with everything in place every gate is met, in the order of the reference', () => {
  const gates = gatesOf(ready, now)
  expect(gates.map(({ id }) => id)).toEqual([...gateIds])
  expect([openGates(gates), verdictOf(gates)]).toEqual([[], 'clear'])
})

test('of nothing known, nothing is met but that the session is ahead and no dose came before', () => {
  const nothing: GateFacts = {
    ...ready,
    orders: [],
    findings: { verdict: 'hold', open: ['EL-C01'] },
    clearance: { standing: 'none', by: null, conditions: null, decidedAt: null, validUntil: null },
    signatures: [],
    suicide: { checks: [], overrides: [], plansMadeAt: [], screens: [], formulations: [] },
    pressures: [],
    rides: [],
    presence: [],
    asked: [],
    told: [],
    needs: { takenToday: ['lorazepam'], mayBePregnant: true, contraception: false, missedAt: null },
  }
  const needsNothing = ['session', 'interval', 'standing', 'rems', 'talked']
  const gates = gatesOf(nothing, now)
  expect(openGates(gates)).toEqual(gateIds.filter((id) => !needsNothing.includes(id)))
  expect(gates.filter(({ state }) => state === 'stop')).toEqual([])
  expect(verdictOf(gates)).toBe('hold')
})

test('whatever is not met says who can clear it', () => {
  const gates = gatesOf({ ...ready, orders: [], asked: [], pressures: [] }, now)
  const open = gates.filter(({ state }) => state !== 'met')
  expect(open.map(({ clears }) => clears.length > 0)).toEqual([true, true, true])
})

describe('the session', () => {
  const { session } = ready
  test('that had its dose takes no second release', () =>
    expect(gate('session', { session: { ...session, dosedAt: now - hour } })).toBe('stop: session-dosed'))
  test('that was closed or cancelled is not ahead', () =>
    expect(gate('session', { session: { ...session, phase: 'cancelled' } })).toBe(
      'stop: session-not-planned',
    ))
  test('of a course that ended, from that moment on', () => {
    const ended = (courseEndsAt: number) => gate('session', { session: { ...session, courseEndsAt } })
    expect([ended(now), ended(now + 1)]).toEqual(['stop: course-ended', 'met: session-ahead'])
  })
})

describe('the order', () => {
  const having = (more: Partial<Order>) => gate('order', { orders: [{ ...order, ...more }] })
  test('holds until its last moment', () =>
    expect([having({ validUntil: now + 1 }), having({ validUntil: now })]).toEqual([
      'met: order-signed',
      'waiting: order-over',
    ]))
  test('holds for as many doses as were ordered', () =>
    expect([having({ dosesGiven: 1 }), having({ dosesGiven: 2 })]).toEqual([
      'met: order-signed',
      'waiting: order-used-up',
    ]))
  test('holds while its signer prescribes here', () =>
    expect(having({ signerPrescribes: false })).toBe('waiting: order-signer-left'))
  test('is of the protocol’s route', () =>
    expect(having({ route: 'im' })).toBe('waiting: order-not-of-protocol'))
  test('above 300 mg of base has a reason', () => {
    expect(having({ baseMg: 300 })).toBe('met: order-signed')
    expect(having({ baseMg: 300.01 })).toBe('waiting: order-needs-reason')
    expect(having({ baseMg: 300.01, rangeReason: 'because' })).toBe('met: order-signed')
  })
  test('above 450 mg of base has a second signature, by another prescriber', () => {
    const far = { baseMg: 450.01, rangeReason: 'because' }
    const second = { by: 'q', byName: 'Q', prescribes: true, at: now }
    expect(having(far)).toBe('waiting: order-needs-second')
    expect(having({ ...far, second })).toBe('met: order-signed')
    expect(having({ ...far, second: { ...second, by: 'p' } })).toBe('waiting: order-needs-second')
    expect(having({ ...far, second: { ...second, prescribes: false } })).toBe('waiting: order-needs-second')
    expect(having({ ...far, second: { ...second, at: now + 1 } })).toBe('waiting: order-needs-second')
  })
  test('whose weight nobody knows is said to be that, and not far outside', () => {
    const unknown = { weightKg: null, rangeReason: 'not weighed' }
    expect(having(unknown)).toBe('waiting: order-weight-unknown')
    const second = { by: 'q', byName: 'Q', prescribes: true, at: now }
    expect(having({ ...unknown, second })).toBe('met: order-signed')
  })
  test('that was stopped is none', () => expect(having({ stoppedAt: now })).toBe('waiting: order-none'))
})

describe('what speaks against it', () => {
  test.each([
    ['clear', 'met: findings-clear'],
    ['caution', 'met: findings-clear'],
    ['hold', 'waiting: findings-unknown'],
    ['override', 'stop: findings-need-override'],
    ['block', 'stop: findings-present'],
  ] as const)('%s → %s', (verdict, said) =>
    expect(gate('findings', { findings: { verdict, open: [] } })).toBe(said),
  )
})

describe('the clearance', () => {
  test.each([
    ['clear', 'met: clearance-valid'],
    ['clear-with-conditions', 'met: clearance-conditions'],
    ['none', 'waiting: clearance-none'],
    ['expired', 'waiting: clearance-expired'],
    ['recalled', 'stop: clearance-recalled'],
    ['not-now', 'stop: clearance-refused'],
    ['no', 'stop: clearance-refused'],
  ] as const)('%s → %s', (standing, said) =>
    expect(gate('clearance', { clearance: { ...ready.clearance, standing } })).toBe(said),
  )
})

describe('consent', () => {
  const signed = (...agos: number[]) => ({
    signatures: agos.map((ago) => ({ id: `${ago}`, signedAt: now - ago })),
  })
  const back = (ago: number, part = 'all') => ({ withdrawals: [{ part, withdrawnAt: now - ago }] })
  test('is 24 hours old, to the millisecond', () =>
    expect([gate('consent', signed(day)), gate('consent', signed(day - 1))]).toEqual([
      'met: consent-stands',
      'waiting: consent-too-young',
    ]))
  test('or as old as the practice has decided, longer or shorter', () => {
    const wait = (consentWaitHours: number, ago: number) =>
      gate('consent', { ...signed(ago), consentWaitHours })
    expect([wait(2, 2 * hour), wait(2, 2 * hour - 1), wait(48, 2 * day), wait(48, 2 * day - 1)]).toEqual([
      'met: consent-stands',
      'waiting: consent-too-young',
      'met: consent-stands',
      'waiting: consent-too-young',
    ])
  })
  test('affirmed today stays as old as it was', () =>
    expect(gate('consent', signed(2 * day, hour))).toBe('met: consent-stands'))
  test('taken back is taken back at that very moment', () =>
    expect(gate('consent', { ...signed(2 * day), ...back(0) })).toBe('stop: consent-withdrawn'))
  test('moved or altered since, it stops, whatever was signed before', () => {
    const [old, moved] = [2 * day, day].map((ago) => ({ id: `${ago}`, signedAt: now - ago }))
    expect(gate('consent', { signatures: [old!, { ...moved!, broken: true }] })).toBe('stop: consent-broken')
    expect(
      gate('consent', {
        signatures: [
          { ...old!, broken: true },
          { ...moved!, signedAt: now - hour },
        ],
      }),
    ).toBe('waiting: consent-too-young')
  })
  test('signed anew after taking it back is new', () =>
    expect(gate('consent', { ...signed(9 * day, hour), ...back(2 * hour) })).toBe(
      'waiting: consent-too-young',
    ))
  test('with one kind of touch taken back stands', () =>
    expect(gate('consent', { ...signed(2 * day), ...back(hour, 'touch:hand') })).toBe('met: consent-stands'))
  test('is asked anew after a year', () =>
    expect(gate('consent', signed(365 * day))).toBe('waiting: consent-expired'))
})

describe('the question about suicide', () => {
  const answered = (answer: 'no-thoughts' | 'thoughts-no-intent' | 'intent-or-plan', ago: number) =>
    gate('suicide', { suicide: { ...ready.suicide, checks: [{ id: 'q', answer, askedAt: now - ago }] } })
  test('was asked today, by the practice’s wall', () =>
    expect([answered('no-thoughts', 9 * hour), answered('no-thoughts', 11 * hour)]).toEqual([
      'met: suicide-no-thoughts',
      'waiting: suicide-not-asked',
    ]))
  test('with thoughts needs a decision, with intent there is no dose', () =>
    expect([answered('thoughts-no-intent', hour), answered('intent-or-plan', hour)]).toEqual([
      'stop: suicide-needs-decision',
      'stop: suicide-intent',
    ]))
})

describe('the ride home', () => {
  test('is named', () => expect(gate('ride', { rides: [] })).toBe('waiting: ride-none'))
  test('that fell through is none', () =>
    expect(gate('ride', { rides: [ride, { id: 'x', name: null, phone: null, namedAt: now }] })).toBe(
      'waiting: ride-none',
    ))
})

describe('the people', () => {
  const [guide, medic, phone] = ready.presence
  const missing = (...presence: (Presence | undefined)[]) => {
    const facts = { ...ready, presence: presence.flatMap((one) => one ?? []) }
    return gatesOf(facts, now).find(({ id }) => id === 'people')!.because.items
  }
  test('each place is filled', () => {
    expect(missing(medic, phone)).toEqual(['guide'])
    expect(missing(guide, phone)).toEqual(['medical'])
    expect(missing(guide, medic)).toEqual(['reachable'])
  })
  test('by another person: one who may do both does one', () => {
    const both = there('b', ['therapist', 'monitor'])
    expect(missing(both, phone)).toEqual(['medical'])
    expect(missing(both, medic, phone)).toEqual(['b', 'm'])
  })
  test('a prescriber in the room is reachable and may be the medical one', () =>
    expect(missing(guide, there('p', ['prescriber']))).toEqual(['t', 'p']))
  test('whoever left is not there, nor whoever was there yesterday, nor whoever works here no longer', () => {
    expect(missing(guide, medic, there('m', ['monitor'], { state: 'away', notedAt: now }), phone)).toEqual([
      'medical',
    ])
    expect(missing(there('t', ['therapist'], { notedAt: now - day }), medic, phone)).toEqual(['guide'])
    expect(missing(there('t', []), medic, phone)).toEqual(['guide'])
  })
})

describe('asked alone', () => {
  const answers = (...those: Partial<AskedAlone>[]) =>
    gate('asked', { asked: those.map((one) => ({ ...asked, ...one })) })
  const no = { wantsToday: false, safeHome: null, rideId: null, askedAt: now - hour }
  test('wants it today', () => expect(answers({})).toBe('met: asked-yes'))
  test('wanted it yesterday', () => expect(answers({ askedAt: now - day })).toBe('waiting: asked-not-yet'))
  test('not today', () => expect(answers(no)).toBe('stop: asked-not-today'))
  test('after "not today" only their own screen says otherwise', () =>
    expect([answers(no, {}), answers(no, { onOwnScreen: false })]).toEqual([
      'met: asked-yes',
      'waiting: asked-own-screen',
    ]))
  test('a "not today" after a yes counts at once, even when its clock ran ahead', () =>
    expect(answers({}, { ...no, askedAt: now + minute })).toBe('stop: asked-not-today'))
  test('not safe with this person', () => expect(answers({ safeHome: false })).toBe('stop: asked-not-safe'))
  test('another ride is asked about anew', () =>
    expect(gate('asked', { rides: [ride, { ...ride, id: 'x', namedAt: now }] })).toBe(
      'waiting: asked-ride-changed',
    ))
  test('asked before any ride was named', () =>
    expect(answers({ rideId: null, safeHome: null })).toBe('waiting: asked-ride-changed'))
})

describe('the interval', () => {
  test('is 72 hours, to the millisecond', () =>
    expect([
      gate('interval', { lastDoseAt: now - 72 * hour }),
      gate('interval', { lastDoseAt: now - 72 * hour + 1 }),
    ]).toEqual(['met: interval-long-enough', 'stop: interval-too-short']))
  test('or a prescriber decides in writing, today', () => {
    const decision = {
      gate: 'interval',
      proceed: true,
      decidedAt: now,
      expiresAt: now + hour,
      byName: 'P',
      prescribes: true,
    } as const
    const deciding = (more: object) =>
      gate('interval', { lastDoseAt: now - day, decisions: [{ ...decision, ...more }] })
    expect(deciding({})).toBe('met: interval-decided')
    expect(deciding({ proceed: false })).toBe('stop: interval-too-short')
    expect(deciding({ expiresAt: now })).toBe('stop: interval-too-short')
    expect(deciding({ prescribes: false })).toBe('stop: interval-too-short')
    expect(deciding({ gate: 'pressure' })).toBe('stop: interval-too-short')
  })
})
