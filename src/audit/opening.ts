/** What was done with a record, as the person it is about reads it. */
export const openingKinds = ['read', 'wrote', 'refused', 'failed'] as const
/** `failed`: something broke on the way, and nothing of it was kept. */
export type OpeningKind = (typeof openingKinds)[number]

export interface Opening {
  readonly day: string
  readonly kind: OpeningKind
  /** `self` is the client, `service` the product at work, `unnamed` someone whose name this reader is not given. */
  readonly who: 'self' | 'member' | 'service' | 'unnamed'
  readonly name: string | null
  readonly roles: readonly string[]
  readonly times: number
  /** How many of them have a reason in writing. */
  readonly withReason: number
  readonly firstAt: number
  readonly lastAt: number
}

/** Whoever acts for nobody is the product itself; whoever acts in the person's own seat is the person. */
export function whoOf(
  row: { readonly seatId: string | null; readonly name: string | null; readonly roles: string },
  personId: string,
): Opening['who'] {
  if (row.seatId === personId) return 'self'
  if (row.seatId === null) return row.roles.startsWith('service') ? 'service' : 'unnamed'
  return row.name === null ? 'unnamed' : 'member'
}
