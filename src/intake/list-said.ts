import type { Instant } from '../kernel/instant.ts'

/** The lists of a history that a client tells by their own hand. */
export const listKinds = ['medicine', 'allergy'] as const
export type ListKind = (typeof listKinds)[number]

/** Of one line in their own hand: that they take it no longer, or had written it wrong. */
export const takenBackWays = ['stopped', 'mistaken'] as const
export type TakenBackWay = (typeof takenBackWays)[number]

/** What a client says of a list they told. It takes nothing out: a clinician says what holds. */
export type ListSaid = {
  readonly id: string
  readonly kind: ListKind
  readonly toldAt: Instant
  /** When it came here. */
  readonly cameAt: Instant
} & (
  | { readonly said: 'none'; readonly itemId: null }
  | { readonly said: TakenBackWay; readonly itemId: string }
)

export interface TakenBack {
  readonly way: TakenBackWay
  readonly at: Instant
}

/** By item, the last thing the client said of it. */
export const takenBackIn = (said: readonly ListSaid[]): ReadonlyMap<string, TakenBack> =>
  new Map(
    said.flatMap((one) => (one.itemId === null ? [] : [[one.itemId, { way: one.said, at: one.cameAt }]])),
  )

/** "I take none", while it is the last thing they told of that list: what they tell after it stands against it. */
export function noneTold(
  said: readonly ListSaid[],
  told: readonly { readonly kind: string; readonly at: Instant }[],
): { readonly kind: ListKind; readonly at: Instant }[] {
  return listKinds.flatMap((kind) => {
    const none = said.findLast((one) => one.kind === kind && one.said === 'none')
    const isOver = none && told.some((one) => one.kind === kind && one.at > none.cameAt)
    return none && !isOver ? [{ kind, at: none.cameAt }] : []
  })
}
