import { hour, minute, type Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import { toldToday } from './dayTold.ts'
import { proceeds } from './decided.ts'
import type { GateFacts, Pressure } from './gateFacts.ts'
import { met, stop, waiting, type Found } from './gate.ts'

const atHand = ['monitor', 'prescriber', 'therapist'] as const

/** When the client last ate and last drank something clear, and whether that is long enough ago (clinical.md 3.5 #7). */
export function fastingGate(facts: GateFacts, at: Instant): Found {
  const told = toldToday(facts, 'fasting', at)
  if (!told) return waiting({ code: 'fasting-not-told' }, ...atHand)
  const { solidHours, clearHours } = facts.protocol.fasting
  const from = Math.max(told.solidAt + solidHours.value * hour, told.clearAt + clearHours.value * hour)
  return from <= at
    ? met({ code: 'fasting-long-enough', at: told.solidAt }, ...atHand)
    : waiting({ code: 'fasting-too-short', at: told.solidAt, until: from }, 'time')
}

/**
 * Measured standing where a medicine may let the blood pressure drop, such as prazosin. Only the code can find this: which
 * medicines those are is in the reviewed table of drugs. A release demands it of the evaluation.
 */
export function standingGate(facts: AtBedside, at: Instant): Found {
  const { dropping, protocol } = facts
  if (dropping.length === 0) return met({ code: 'standing-not-needed' })
  const told = toldToday(facts, 'standing', at)
  if (!told) return waiting({ code: 'standing-none', items: dropping }, ...atHand)
  const reading = { at: told.toldAt, systolicMmHg: told.systolicMmHg, diastolicMmHg: told.diastolicMmHg }
  if (told.toldAt <= at - protocol.gates.readingMinutes.value * minute)
    return waiting({ code: 'standing-old', ...reading }, ...atHand)
  const seated = lastSeated(facts, at)
  if (!seated) return waiting({ code: 'standing-no-seated', ...reading }, ...atHand)
  const limits = {
    limitSystolicMmHg: seated.systolicMmHg,
    limitDiastolicMmHg: seated.diastolicMmHg,
  }
  if (!drops(facts, told, seated)) return met({ code: 'standing-holds', ...reading, ...limits }, ...atHand)
  const decided = proceeds(facts, { gate: 'standing', since: told.toldAt }, at)
  return decided === 'for'
    ? met({ code: 'standing-decided', ...reading, ...limits }, 'prescriber')
    : stop({ code: 'standing-drops', ...reading, ...limits }, 'prescriber')
}

/** What is looked at here: nothing that was ordered, decided or said elsewhere. */
type AtBedside = Omit<GateFacts, 'orders' | 'findings' | 'clearance' | 'suicide'>

type Measured = Pick<Pressure, 'systolicMmHg' | 'diastolicMmHg'>

const drops = (
  { protocol: { standing } }: AtBedside,
  told: Measured & { readonly dizzy: boolean },
  seated: Measured,
): boolean =>
  told.dizzy ||
  told.systolicMmHg < standing.lowSystolicMmHg.value ||
  seated.systolicMmHg - told.systolicMmHg >= standing.dropSystolicMmHg.value ||
  seated.diastolicMmHg - told.diastolicMmHg >= standing.dropDiastolicMmHg.value

const lastSeated = ({ pressures, timeZone }: AtBedside, at: Instant): Pressure | undefined =>
  pressures
    .filter(
      ({ takenAt, doubtful }) =>
        !doubtful && takenAt <= at && dayIn(takenAt, timeZone) === dayIn(at, timeZone),
    )
    .toSorted((one, other) => one.takenAt - other.takenAt)
    .at(-1)
