import { day, type Instant } from '../kernel/instant.ts'
import type { TaskKind } from '../safety/task.ts'
import type { Urgency } from '../safety/ladder.ts'

/** How a person leaves when it is not by discharge. Never refused, whatever is open. */
export const ways = ['hospital', 'left', 'against-advice'] as const
export type Way = (typeof ways)[number]

interface Task {
  readonly kind: TaskKind
  readonly urgency: Urgency
  readonly dueAt?: Instant
}

/** The call of the day after: as soon as at discharge (DC-12, clinical.md 4.5). */
const callbackAfter = day

/**
 * What a departure asks of people (EM-12, DC-11 and clinical.md 5.2). Someone who left is reached now, unless it is known
 * that they were; a hospital is called the same day, and the incident opened with it. A safety call follows either way.
 */
export function tasksOf(way: Way, leftAt: Instant, reached: boolean | null): Task[] {
  const callback: Task = { kind: 'safety-callback', urgency: 'same-day', dueAt: leftAt + callbackAfter }
  if (way === 'hospital') return [{ kind: 'taken-to-hospital', urgency: 'same-day' }, callback]
  return reached ? [callback] : [{ kind: 'left-early', urgency: 'at-once' }, callback]
}

/** What the one who is brought to a hospital is asked about, and what the one who walks out is. */
export const fieldsOf: Readonly<Record<Way, readonly DepartureField[]>> = {
  hospital: ['calledBy', 'wentTo', 'wentWith', 'handedOver'],
  left: ['said', 'toldWhom', 'wentWith'],
  'against-advice': ['said', 'advised', 'toldWhom', 'wentWith'],
}

export const departureFields = [
  'calledBy',
  'wentTo',
  'wentWith',
  'handedOver',
  'said',
  'toldWhom',
  'advised',
] as const
export type DepartureField = (typeof departureFields)[number]
