import { minute, type Instant } from '../kernel/instant.ts'

/** Nine figures, said as three and three and three. */
export const codeLength = 9

/** Long enough to walk over with the tablet. */
export const codeLasts = 15 * minute

/** After this long of nothing the tablet empties itself. */
export const tabletIdleAfter = 5 * minute
/** The page says so itself; the server waits a little longer before it reads a form out again. */
export const formReadWithin = tabletIdleAfter + minute

/** "482177305", from a number below a thousand million. */
export const codeFrom = (chance: number): string => String(chance).padStart(codeLength, '0')

/** As typed or said: figures alone; nothing where it can be no code. */
export function codeTyped(typed: string): string | undefined {
  const figures = typed.replace(/[\s.\-–]/g, '')
  return new RegExp(`^\\d{${codeLength}}$`).test(figures) ? figures : undefined
}

/** "482 177 305" */
export const codeShown = (code: string): string => code.replace(/(\d{3})(?=\d)/g, '$1 ')

export type PassState = 'waiting' | 'open' | 'sent' | 'left' | 'withdrawn' | 'expired'

export interface PassFacts {
  readonly expiresAt: Instant
  readonly takenAt: Instant | null
  readonly endedWhy: 'sent' | 'left' | 'withdrawn' | null
}

/** What became of a code. */
export function passState({ expiresAt, takenAt, endedWhy }: PassFacts, now: Instant): PassState {
  if (endedWhy) return endedWhy
  if (takenAt !== null) return 'open'
  return now >= expiresAt ? 'expired' : 'waiting'
}
