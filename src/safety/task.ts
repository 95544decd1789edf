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
  /** A dose was given that no live release stood behind. */
  'dose-deviation',
  /** A check-in after a dose that is due (hours and days after). */
  'check-in',
  /** An enquiry or a message that asks for a person. */
  'asked-for-help',
  /** Someone took on to call a client by a certain day. */
  'call-promised',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** Seen in full only by those who take part in the care, and closed only by a therapist or a prescriber (3.6). */
const forTheDesk: readonly string[] = ['asked-for-help', 'call-promised'] satisfies readonly TaskKind[]
export const isClinical = (kind: string): boolean => !forTheDesk.includes(kind)

/** Who may say "I have seen it": its owner, or someone who treats; the desk only hands a clinical one on (3.6). */
export const maySee = (task: { kind: string; mine: boolean }, roles: readonly string[]): boolean =>
  task.mine || !isClinical(task.kind) || roles.some((role) => treats.includes(role))

const treats: readonly string[] = ['therapist', 'prescriber', 'monitor']

export type TaskEventKind = 'acknowledged' | 'done' | 'escalated'
export type TaskState = 'waiting' | 'seen'

interface Standing {
  readonly kind: string
  readonly mine: boolean
  readonly assigned: boolean
  readonly dueAt: Instant
  readonly events: readonly { readonly kind: TaskEventKind }[]
}

/** After it was handed on, the new owner has not seen it yet. Time makes a task late, never done. */
export function stateOf({ events }: Pick<Standing, 'events'>): TaskState {
  const last = events.findLast(({ kind }) => kind !== 'done')
  return last?.kind === 'acknowledged' ? 'seen' : 'waiting'
}

/** Late: due, and seen by no one. */
export const isLate = (task: Pick<Standing, 'events' | 'dueAt'>, careNow: Instant): boolean =>
  stateOf(task) === 'waiting' && careNow > task.dueAt

export type OnBoard<Task> = Task & {
  readonly state: TaskState
  readonly late: boolean
  /** Whoever coordinates sees that something waits, for whom and since when, so that it is not lost; not what it is. */
  readonly kindShown: boolean
}

/** What one reader sees: what is theirs, what is about those they care for; and, coordinating, that others wait. */
export function boardOf<Task extends Standing>(
  tasks: readonly Task[],
  reader: { readonly roles: readonly string[]; readonly careNow: Instant },
): OnBoard<Task>[] {
  const coordinates = reader.roles.includes('coordinator')
  return tasks
    .filter(({ mine, assigned }) => mine || assigned || coordinates)
    .map((task) => ({
      ...task,
      state: stateOf(task),
      late: isLate(task, reader.careNow),
      kindShown: task.mine || task.assigned || !isClinical(task.kind),
    }))
}
