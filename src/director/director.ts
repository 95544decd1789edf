import type { Instant } from '../kernel/instant.ts'

/** The medical director of a practice, as its administrator named them. */
export interface Director {
  readonly seatId: string
  readonly name: string
  readonly namedAt: Instant
  readonly namedBy: string
}

type Seat = string | null

/** One of those who sign is the director, where there is one. Where nobody is named, whoever prescribes signs as one. */
export const directorSigns = (director: Pick<Director, 'seatId'> | null, signers: readonly Seat[]): boolean =>
  director === null || signers.includes(director.seatId)
