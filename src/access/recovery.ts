/** Someone has lost what lets them in, and either asked or had it asked for them. */
export interface Recovery {
  readonly seatId: string
  readonly accountId: string
  readonly kind: 'member' | 'client'
  /** The seat that asked; null when they asked themselves. */
  readonly askedBy: string | null
}

interface Decider {
  readonly seatId: string | null
  readonly accountId: string | null
  readonly roles: readonly string[]
}

/** Never for oneself, and never by whoever asked: two others must each have looked. Coordinators decide for clients only. */
export function mayDecide(recovery: Recovery, decider: Decider): boolean {
  if (!decider.seatId || isOwn(recovery, decider)) return false
  const { kind } = recovery
  return (
    decider.roles.includes('administrator') || (kind === 'client' && decider.roles.includes('coordinator'))
  )
}

/** About themselves, in whatever seat, or asked for by themselves. */
export const isOwn = ({ seatId, accountId, askedBy }: Recovery, decider: Decider): boolean =>
  decider.seatId === seatId || decider.accountId === accountId || decider.seatId === askedBy

/** What is confirmed, by proof a moment old, before it is allowed. */
export const recoveryText = (recoveryId: string): string => `allow recovery ${recoveryId}`
