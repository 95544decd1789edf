import { minute, type Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import { toldToday } from './dayTold.ts'
import { proceeds } from './decided.ts'
import type { GateFacts } from './gateFacts.ts'
import { met, stop, waiting, type Found } from './gate.ts'

const atHand = ['monitor', 'prescriber', 'therapist'] as const
const whoCounts = ['monitor', 'prescriber'] as const

/** Each piece looked at today (clinical.md 4.4); what is not ticked is not there. */
export function equipmentGate(facts: GateFacts, at: Instant): Found {
  const told = toldToday(facts, 'equipment', at)
  if (!told) return waiting({ code: 'equipment-not-checked' }, ...atHand)
  const about = { at: told.toldAt, name: told.byName }
  const missing = facts.protocol.equipment.items.filter((item) => !told.items.includes(item))
  return missing.length === 0
    ? met({ code: 'equipment-checked', ...about }, ...atHand)
    : stop({ code: 'equipment-missing', ...about, items: missing }, ...atHand)
}

/** What a medicine's own programme wants attested, where it has one (clinical.md 3.5 #11). */
export function remsGate(facts: GateFacts, at: Instant): Found {
  const { rems } = facts.protocol
  if (!rems) return met({ code: 'rems-not-needed' })
  const told = toldToday(facts, 'rems', at)
  const missing = rems.attest.filter(({ id }) => !told?.items.includes(id)).map(({ id }) => id)
  return told && missing.length === 0
    ? met({ code: 'rems-attested', at: told.toldAt, name: told.byName }, ...whoCounts)
    : waiting({ code: 'rems-missing', items: missing }, ...whoCounts)
}

/** Until when someone stays, against the stay of the protocol and some time to spare (3.5 #12). `last_start` in SQL. */
export function closingGate(facts: GateFacts, at: Instant): Found {
  const told = toldToday(facts, 'closing', at)
  if (!told) return waiting({ code: 'closing-not-told' }, ...atHand)
  const { discharge, closing } = facts.protocol
  const latest = told.untilAt - (discharge.stayMinutes.value + closing.marginMinutes.value) * minute
  const about = { at: told.untilAt, until: latest }
  return at < latest
    ? met({ code: 'closing-late-enough', ...about }, ...atHand)
    : stop({ code: 'closing-too-early', ...about }, 'prescriber', 'coordinator', 'monitor')
}

/** The lot in hand, in date, and as much of it there as the book says (3.5 #14). */
export function countGate(facts: GateFacts, at: Instant): Found {
  const told = toldToday(facts, 'count', at)
  if (!told) return waiting({ code: 'count-none' }, ...whoCounts)
  const about = { at: told.toldAt, name: told.byName, items: [told.lot] }
  if (told.useBy < dayIn(at, facts.timeZone))
    return stop({ code: 'count-out-of-date', ...about }, ...whoCounts)
  if (told.agrees) return met({ code: 'count-agrees', ...about }, ...whoCounts)
  return proceeds(facts, { gate: 'count', since: told.toldAt }, at) === 'for'
    ? met({ code: 'count-decided', ...about }, 'prescriber')
    : stop({ code: 'count-differs', ...about }, 'prescriber', 'monitor')
}
