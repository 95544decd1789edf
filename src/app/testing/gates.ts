import { readFile } from 'node:fs/promises'
import { allLines, answersTo } from '../../journey/dayLines.ts'
import { dayRules } from '../../journey/dayRules.content.ts'
import type { DayTold } from '../../journey/dayTold.ts'
import type { AskedAlone, GateFacts, Presence, Pressure } from '../../journey/gateFacts.ts'
import { day, hour, instant, minute } from '../../kernel/instant.ts'
import type { Order } from '../../medication/order.ts'
import type { Protocol } from '../../protocol/protocol.ts'

export const sublingual: Protocol = JSON.parse(
  await readFile(new URL('../../../content/protocols/sublingual.json', import.meta.url), 'utf8'),
)
export const gatesAt = instant('2026-03-03T18:00:00Z')
const zone = 'America/Los_Angeles'

export const order: Order = {
  id: 'o',
  broken: false,
  product: 'racemic',
  form: 'lozenge',
  route: 'sublingual',
  labelMg: 100,
  labelSalt: 'base',
  baseMg: 100,
  weightKg: 70,
  overMinutes: null,
  doses: 2,
  dosesGiven: 0,
  validUntil: gatesAt + 30 * day,
  range: 'inside',
  rangeReason: null,
  supersedes: null,
  signedBy: 'p',
  signedByName: 'P',
  signerPrescribes: true,
  signedAt: gatesAt - day,
  second: null,
  stoppedAt: null,
  supersededAt: null,
}
export const there = (memberId: string, roles: string[], more: Partial<Presence> = {}): Presence => ({
  memberId,
  name: memberId,
  state: 'here',
  roles,
  notedAt: gatesAt - hour,
  ...more,
})
export const pressure = (systolicMmHg: number, diastolicMmHg: number, ago: number): Pressure => ({
  id: `${systolicMmHg} ${ago}`,
  systolicMmHg,
  diastolicMmHg,
  takenAt: gatesAt - ago,
  doubtful: false,
})
export const ride = { id: 'r', name: 'Robin', phone: '555', namedAt: gatesAt - day }
export const asked: AskedAlone = {
  wantsToday: true,
  safeHome: true,
  rideId: 'r',
  onOwnScreen: true,
  askedAt: gatesAt - minute,
}

/** Every question of the day, answered by someone who has nothing to tell. */
export const wellToday: Readonly<Record<string, string>> = Object.fromEntries(
  allLines.map((line) => [line, answersTo(line)[0]!]),
)

const by = { toldAt: gatesAt - 5 * minute, byName: 'M', roles: ['monitor'] }
/** What is told on the day, so that every gate is met. */
export const toldWell: DayTold[] = [
  { kind: 'fasting', solidAt: gatesAt - 12 * hour, clearAt: gatesAt - 3 * hour, ...by },
  { kind: 'equipment', items: sublingual.equipment.items, ...by },
  { kind: 'closing', untilAt: gatesAt + 4 * hour, ...by },
  { kind: 'count', lot: 'A1', useBy: '2027-01-31', agrees: true, ...by },
  { kind: 'answers', answers: wellToday, ...by },
  { kind: 'report', reportResult: 'as-expected', ...by },
]

/** Every gate is met at `gatesAt`. */
export const ready: GateFacts = {
  timeZone: zone,
  birthDate: '1990-05-03',
  protocol: sublingual,
  session: { id: 's', phase: 'planned', dosedAt: null, courseEndsAt: null },
  orders: [order],
  findings: { verdict: 'caution', open: [] },
  clearance: {
    standing: 'clear',
    by: 'P',
    conditions: null,
    decidedAt: gatesAt - day,
    validUntil: gatesAt + day,
  },
  signatures: [{ id: 'c', signedAt: gatesAt - day }],
  withdrawals: [],
  suicide: {
    checks: [{ id: 'q', answer: 'no-thoughts', askedAt: gatesAt - hour }],
    overrides: [],
    plansMadeAt: [],
    screens: [],
    formulations: [],
  },
  pressures: [pressure(128, 82, 10 * minute)],
  decisions: [],
  rides: [ride],
  presence: [
    there('t', ['therapist']),
    there('m', ['monitor']),
    there('p', ['prescriber'], { state: 'reachable' }),
  ],
  asked: [asked],
  told: toldWell,
  dropping: [],
  needs: { takenToday: [], mayBePregnant: false, contraception: false, missedAt: null },
  dayRules,
  lastDoseAt: null,
  lastHere: null,
}
