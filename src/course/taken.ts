import type { Instant } from '../kernel/instant.ts'

export interface TakenThen {
  readonly kind: 'room' | 'person' | 'member'
  readonly at: Instant
  readonly name: string
}

interface Refused {
  readonly kind: string
  readonly fields: readonly { readonly path: string; readonly fault: string }[]
}

const kinds: readonly string[] = ['room', 'person', 'member'] satisfies TakenThen['kind'][]

/** What a refused plan said was taken: `room 1777654800000`, or a member's moment and name. */
export const takenIn = (refused: Refused | undefined): TakenThen[] =>
  refused?.kind === 'plan-overlaps'
    ? refused.fields
        .filter(({ path }) => kinds.includes(path))
        .map(({ path, fault }) => {
          const [at = '', ...name] = fault.split(' ')
          return { kind: path as TakenThen['kind'], at: Number(at), name: name.join(' ') }
        })
    : []
