/** A prescriber as this day's room knows them; null: nobody has noted where they are. */
export interface Prescriber {
  readonly memberId: string
  readonly name: string
  readonly state: 'here' | 'reachable' | 'away' | null
}

export interface Called extends Prescriber {
  readonly state: 'here' | 'reachable' | null
}

/**
 * Whom an alarm calls (MO-BP3, MO-SX; clinical.md 4.2 and 4.4): whoever is in the house first, then whoever is reachable. Of
 * those of whom nothing is noted only where nobody else is; and never someone who was noted away.
 */
export function whomToCall(prescribers: readonly Prescriber[]): Called[] {
  const of = (wanted: Called['state']): Called[] =>
    prescribers.flatMap((one) => (one.state === wanted ? [{ ...one, state: wanted }] : []))
  const noted = [...of('here'), ...of('reachable')]
  return noted.length > 0 ? noted : of(null)
}
