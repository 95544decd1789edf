/** A moment in milliseconds since 1970, UTC. The one place in the rules that may name `Date`. */
export type Instant = number

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Reads an ISO 8601 moment with a zone; NaN when it is none. */
export const instant = (iso: string): Instant => Date.parse(iso)

export const isoOf = (moment: Instant): string => new Date(moment).toISOString()
