import { day, type Instant } from '../kernel/instant.ts'

/** The last dose, and the discharge that followed it; null where it has not happened. */
export interface MedicineFacts {
  readonly lastDoseAt: Instant | null
  readonly dischargedAt: Instant | null
}

/** `until` is null while no one has been discharged: then no end can be named. */
export type ConsentWindow = { readonly open: true } | { readonly open: false; readonly until: Instant | null }

/**
 * From the first dose until 24 hours after discharge nothing may be widened: no signature, no sharing (clinical.md 7.2;
 * security 3.7). Reading and withdrawing are always allowed. `signing_closed_until` says the same in SQL.
 */
export const impairedFor = day

export function consentWindow({ lastDoseAt, dischargedAt }: MedicineFacts, careNow: Instant): ConsentWindow {
  if (lastDoseAt === null || lastDoseAt > careNow) return { open: true }
  if (dischargedAt === null || dischargedAt < lastDoseAt || dischargedAt > careNow)
    return { open: false, until: null }
  const until = dischargedAt + impairedFor
  return until > careNow ? { open: false, until } : { open: true }
}

/** Between a dose and discharge no ratings are taken (clinical.md 9.4). */
export const underMedicine = (facts: MedicineFacts, careNow: Instant): boolean => {
  const window = consentWindow(facts, careNow)
  return !window.open && window.until === null
}
