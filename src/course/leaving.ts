interface Member {
  readonly memberId: string
  readonly roles: readonly string[]
}

/** Without one of each nobody prescribes, and nobody does the therapy of it. */
const needed = ['prescriber', 'therapist'] as const
export type Needed = (typeof needed)[number]

/** What the team has nobody else for, were this one to leave it. */
export function lastAs(team: readonly Member[], memberId: string): Needed[] {
  const has = (role: Needed, ones: readonly Member[]) => ones.some(({ roles }) => roles.includes(role))
  const them = team.filter((one) => one.memberId === memberId)
  const others = team.filter((one) => one.memberId !== memberId)
  return needed.filter((role) => has(role, them) && !has(role, others))
}
