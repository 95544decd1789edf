import type { Instant } from '../kernel/instant.ts'

/** What somebody promised in writing, so that a dose may be given in spite of something: it has to be carried out here. */
export interface Mitigation {
  readonly id: string
  /** A rule by its id, a gate of the day, today's answer about suicide, or the conditions of the clearance. */
  readonly about: string
  readonly title: { readonly en: string; readonly es: string } | null
  readonly words: string
  readonly byName: string
  readonly until: Instant
}
