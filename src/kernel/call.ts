import type { Instant } from './instant.ts'

/**
 * What a request is about: a person (directly, or through a course or a session of theirs), the practice, one's own
 * account, or, for visitors, what is open to anyone: in a named practice, or in the house (sign-in).
 */
export type Subject =
  | { readonly personId: string }
  | { readonly courseId: string }
  | { readonly sessionId: string }
  | { readonly practice: true }
  | { readonly account: true }
  | { readonly open: string }

/** One request, as commands and policy see it. `careNow` is the clock of care; `machineNow` is for sign-in and keys. */
export interface Call {
  readonly action: string
  readonly subject: Subject
  readonly effect: boolean
  readonly intentKey: string | undefined
  readonly careNow: Instant
  readonly machineNow: Instant
  /** The person the subject leads to, and how the actor stands to them; filled in by `admit`. */
  readonly personId: string | null
  readonly relation: string
}
