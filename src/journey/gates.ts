import type { Instant } from '../kernel/instant.ts'
import { changesGate, substancesGate, todayGate } from './askedToday.ts'
import { consentGate, suicideGate } from './agreed.ts'
import type { GateFacts } from './gateFacts.ts'
import { fastingGate, standingGate } from './atBedside.ts'
import { talkedGate } from './talked.ts'
import { medicinesGate, pregnancyGate, reportGate } from './evidenceToday.ts'
import { gateIds, type Found, type Gate, type GateId } from './gate.ts'
import { closingGate, countGate, equipmentGate, remsGate } from './inPlace.ts'
import { clearanceGate, findingsGate, intervalGate, orderGate, sessionGate } from './prescribed.ts'
import { askedGate, peopleGate, rideGate } from './present.ts'
import { pressureGate } from './pressure.ts'

type Question = (facts: GateFacts, at: Instant) => Found

/** Each gate, its row in the clinical reference, and the question it asks of the facts. */
const questions: Readonly<Record<GateId, { readonly rule: string; readonly ask: Question }>> = {
  session: { rule: '3.5 #1', ask: sessionGate },
  order: { rule: '3.5 #1', ask: orderGate },
  findings: { rule: '3.5 #2', ask: findingsGate },
  today: { rule: '3.5 #2', ask: todayGate },
  medicines: { rule: '3.5 #2', ask: medicinesGate },
  clearance: { rule: '3.5 #3', ask: clearanceGate },
  pregnancy: { rule: '3.5 #3', ask: pregnancyGate },
  report: { rule: '3.5 #3', ask: reportGate },
  consent: { rule: '3.5 #4', ask: consentGate },
  suicide: { rule: '3.5 #5', ask: suicideGate },
  changes: { rule: '3.5 #6', ask: changesGate },
  substances: { rule: '3.5 #7', ask: substancesGate },
  fasting: { rule: '3.5 #7', ask: fastingGate },
  pressure: { rule: '3.5 #8', ask: pressureGate },
  standing: { rule: '3.5 #8', ask: standingGate },
  ride: { rule: '3.5 #9', ask: rideGate },
  people: { rule: '3.5 #10', ask: peopleGate },
  equipment: { rule: '3.5 #10', ask: equipmentGate },
  rems: { rule: '3.5 #11', ask: remsGate },
  asked: { rule: '3.6', ask: askedGate },
  closing: { rule: '3.5 #12', ask: closingGate },
  interval: { rule: '3.5 #13', ask: intervalGate },
  talked: { rule: '9.3', ask: talkedGate },
  count: { rule: '3.5 #14', ask: countGate },
}

/** Every gate as of a moment of the care clock: the same on every screen and, through `open_gates`, in the database. */
export const gatesOf = (facts: GateFacts, at: Instant): Gate[] =>
  gateIds.map((id) => ({ id, rule: questions[id].rule, ...questions[id].ask(facts, at) }))

export const openGates = (gates: readonly Gate[]): GateId[] =>
  gates.filter(({ state }) => state !== 'met').map(({ id }) => id)

export const verdictOf = (gates: readonly Gate[]): 'clear' | 'hold' =>
  openGates(gates).length === 0 ? 'clear' : 'hold'
