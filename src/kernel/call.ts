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

/** The person, course or session by its id; nothing where it is about no one person. */
export function namedIn(
  subject: Subject,
): { readonly kind: 'person' | 'course' | 'session'; readonly id: string } | undefined {
  if ('personId' in subject) return { kind: 'person', id: subject.personId }
  if ('courseId' in subject) return { kind: 'course', id: subject.courseId }
  if ('sessionId' in subject) return { kind: 'session', id: subject.sessionId }
  return undefined
}

/** What one intent was answered before, if it was. Whoever has this holds the intent until the transaction ends. */
export interface Earlier {
  readonly key: string
  readonly given: { readonly contentHash: string; readonly answer: unknown } | null
}

/** One request, as commands and policy see it. `careNow` is the clock of care; `machineNow` is for sign-in and keys. */
export interface Call {
  readonly action: string
  readonly subject: Subject
  readonly effect: boolean
  readonly intentKey: string | undefined
  /** Where the door has looked already. */
  readonly earlier?: Earlier | undefined
  readonly careNow: Instant
  readonly machineNow: Instant
  /** The person the subject leads to, and how the actor stands to them; filled in by `admit`. */
  readonly personId: string | null
  readonly relation: string
  /**
   * Where the reason stands in writing, as the trail points to it, or that a request did not come by the usual way, such as
   * `command line`; what has none is done for what its action says.
   */
  readonly why?: string | null
}
