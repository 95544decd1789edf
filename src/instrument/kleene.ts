/** Yes, no, or null: what is not known yet could still make it either. */
export type Kleene = boolean | null

export const not = (one: Kleene): Kleene => (one === null ? null : !one)

export function all(many: readonly Kleene[]): Kleene {
  if (many.includes(false)) return false
  return many.includes(null) ? null : true
}

export const any = (many: readonly Kleene[]): Kleene => not(all(many.map(not)))

/** Are at least so many of them true? */
export function atLeast(many: readonly Kleene[], least: number): Kleene {
  const sure = many.filter((one) => one === true).length
  const possible = many.filter((one) => one !== false).length
  if (sure >= least) return true
  return possible < least ? false : null
}
