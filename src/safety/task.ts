import type { Instant } from '../kernel/instant.ts'

/** Everything that can wait for a person. A new kind is one line here and its words in both languages. */
export const taskKinds = [
  /** An answer that leads to a person at once. */
  'danger-answer',
  /** Something a client would rather say in person, or a question that may not stay silent. */
  'asked-in-person',
  /** The question about suicide, asked in person, was not answered with "no thoughts". */
  'suicide-check',
  /** Before signing, someone would like to talk first. */
  'talk-before-signing',
  /** Consent was taken back. */
  'consent-withdrawn',
  /** A score rose by more than chance, or an answer about death did (clinical.md 6.2). */
  'getting-worse',
  /** An enquiry or a message that asks for a person. */
  'asked-for-help',
  /** A check-in after a dose that is due (hours and days after). */
  'check-in',
] as const
export type TaskKind = (typeof taskKinds)[number]

export type TaskEventKind = 'acknowledged' | 'done' | 'escalated'

export interface TaskEvent {
  readonly kind: TaskEventKind
  readonly at: Instant
  readonly byName: string
}

export type TaskState = 'waiting' | 'seen' | 'done'

/** Nothing closes by itself: time makes a task late, never done. */
export function taskState(events: readonly Pick<TaskEvent, 'kind'>[]): TaskState {
  if (events.some(({ kind }) => kind === 'done')) return 'done'
  return events.some(({ kind }) => kind === 'acknowledged') ? 'seen' : 'waiting'
}

/** Late is not yet seen by anyone, after it was due. */
export const isLate = (task: { dueAt: Instant; state: TaskState }, careNow: Instant): boolean =>
  task.state === 'waiting' && careNow > task.dueAt
