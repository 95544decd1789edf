import type { InBoth, Protocol } from './protocol.ts'

/** What a copy or a new edition begins with. */
export interface Beginning {
  /** The published edition that it is compared with. */
  readonly source: Protocol
  /** The edition before, where it is not the first. */
  readonly before: Protocol | null
  readonly lineId: string | null
  /** The number it will have. */
  readonly edition: number
  /** The names of what can be chosen beside it. */
  readonly others: readonly InBoth[]
}

interface Known {
  /** Published, the newest of each kind first. */
  readonly editions: readonly Protocol[]
  readonly own: readonly {
    readonly lineId: string
    readonly edition: number
    readonly fromVersion: string
    readonly isNewest: boolean
    readonly ended: object | null
    readonly document: Protocol
  }[]
}

type Named = Pick<Protocol, 'id' | 'version'>
const isNamed =
  ({ id, version }: Named) =>
  (one: Named) =>
    one.id === id && one.version === version

/** A copy begins with the newest published edition of its kind, a new edition with the last one; anything else with nothing. */
export function beginningOf({ editions, own }: Known, named: Named): Beginning | undefined {
  const newest = editions.filter((one) => editions.find(({ id }) => id === one.id) === one)
  const standing = own.filter(({ isNewest, ended }) => isNewest && ended === null)
  const mine = standing.find(({ document }) => isNamed(named)(document))
  const source = mine
    ? editions.find(isNamed({ id: named.id, version: mine.fromVersion }))
    : newest.find(isNamed(named))
  if (!source) return undefined
  const others = [...newest, ...standing.filter((one) => one !== mine).map(({ document }) => document)]
  return {
    source,
    before: mine?.document ?? null,
    lineId: mine?.lineId ?? null,
    edition: (mine?.edition ?? 0) + 1,
    others: others.map(({ title }) => title),
  }
}
