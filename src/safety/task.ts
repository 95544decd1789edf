import type { Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'

/** Everything that can wait for a person. A new kind is one line here and its words in both languages. */
export const taskKinds = [
  /** An answer that leads to a person at once. */
  'danger-answer',
  /** In a questionnaire, "yes" to thoughts of killing themselves right now. */
  'danger-now',
  /** Someone asked in person found a high risk: intent, a plan with intent, or what was done in the last three months. */
  'danger-high',
  /** An answer about death opened the suicide screen, and the form could not ask it. */
  'screen-in-person',
  /** An answer about the body or the mind that a clinician looks at the same day. */
  'medical-answer',
  /** Something a client would rather say in person, or a question that may not stay silent. */
  'asked-in-person',
  /** The question about suicide, asked in person, was not answered with "no thoughts". */
  'suicide-check',
  /** Before signing, someone would like to talk first. */
  'talk-before-signing',
  /** Consent was taken back. */
  'consent-withdrawn',
  /** Someone whose place here has ended had answered on a device that was still open. */
  'answered-after',
  /** Answered on a form that was brought up to date meanwhile, and not scored: someone reads the answers. */
  'unscored-answers',
  /** A score rose by more than chance, or an answer about death did (clinical.md 6.2). */
  'getting-worse',
  /** A client has told their health history, and would like somebody to go through it with them. */
  'history-told',
  /** Something came in that a clearance had not seen and that stands against it: it does not hold any more. */
  'clearance-ended',
  /** A dose was given that no live release stood behind. */
  'dose-deviation',
  /** A dose was written down so long after it that its release had ended: its moment rests on somebody's word. */
  'dose-written-late',
  /** Left the session before they were ready: someone reaches them, now. */
  'left-early',
  /** Taken to a hospital from a session. */
  'taken-to-hospital',
  /** After a session that ended other than by discharge: a call the next day, by a named person. */
  'safety-callback',
  /** In a session a reading was due, has not come, and nobody said why (MO-MISS). */
  'reading-missed',
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

/**
 * Who may say "I have seen it", which stops the ladder: of a clinical thing someone who treats. The desk hands it on, its own
 * too, and until someone who treats has seen it the others are called (3.6).
 */
export const maySee = (kind: string, roles: readonly string[]): boolean => !isClinical(kind) || treat(roles)

const treats: readonly string[] = ['therapist', 'prescriber', 'monitor']
export const treat = (roles: readonly string[]): boolean => roles.some((role) => treats.includes(role))

/** The desk hands a clinical thing to someone who treats, never to itself: else it would learn what it is, and still it. */
export const mayHandOn = (
  task: { readonly kind: string; readonly isOwner: boolean },
  from: readonly string[],
  to: readonly string[],
): boolean => !task.isOwner && (!isClinical(task.kind) || treat(from) || treat(to))

export type TaskEventKind = 'acknowledged' | 'done' | 'escalated'
export type TaskState = 'waiting' | 'seen'

interface Standing {
  readonly kind: string
  readonly mine: boolean
  readonly assigned: boolean
  /** The ladder called this reader to it. */
  readonly called: boolean
  readonly dueAt: Instant
  readonly urgency: string
  readonly events: readonly { readonly kind: TaskEventKind }[]
}

/** After it was handed on, the new owner has not seen it yet. Time makes a task late, never done. */
export function stateOf({ events }: Pick<Standing, 'events'>): TaskState {
  const last = events.findLast(({ kind }) => kind !== 'done')
  return last?.kind === 'acknowledged' ? 'seen' : 'waiting'
}

/** By the calendar where it is read: what is to be seen on Monday is not of today, and what was to be seen yesterday neither. */
export function dueOn(dueAt: Instant, now: Instant, timeZone: string): 'same-day' | 'later' | 'past' {
  const [due, today] = [dueAt, now].map((moment) => dayIn(moment, timeZone))
  return due === today ? 'same-day' : dueAt > now ? 'later' : 'past'
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

/** What one reader sees: what is theirs or they were called to, what is about those they care for; coordinating, that others wait. */
export function boardOf<Task extends Standing>(
  tasks: readonly Task[],
  reader: { readonly roles: readonly string[]; readonly careNow: Instant },
): OnBoard<Task>[] {
  const coordinates = reader.roles.includes('coordinator')
  return (
    tasks
      .filter(({ mine, assigned, called }) => mine || assigned || called || coordinates)
      // What is only listed calls nobody; that it is would tell what it is.
      .filter(
        ({ mine, assigned, kind, urgency }) => mine || assigned || !isClinical(kind) || urgency !== 'listed',
      )
      .map((task) => ({
        ...task,
        state: stateOf(task),
        late: isLate(task, reader.careNow),
        kindShown: task.mine || task.assigned || !isClinical(task.kind),
      }))
  )
}

/** How a thing came to its owner where nobody chose them by hand. */
export const handedBy = ['team-formed', 'team-left'] as const
export type HandedBy = (typeof handedBy)[number]

export interface Owner {
  readonly seatId: string
  readonly roles: readonly string[]
  readonly onTeam: boolean
}

export interface Owned {
  readonly kind: string
  readonly owner: Owner
  /** Of the last handing: what made it; null: a person chose; undefined: it was never handed on. */
  readonly handed: HandedBy | null | undefined
  readonly state: TaskState
}

/**
 * Once there is a team: a clinical thing that the desk still owns, for want of anyone else, goes to the one who is called first. What
 * someone who treats was given by hand, has seen, or was raised to as one of the team stays theirs.
 */
export function goesToTeam({ kind, owner, handed, state }: Owned, next: Owner): boolean {
  if (!isClinical(kind) || !next.onTeam || !treat(next.roles) || next.seatId === owner.seatId) return false
  if (!treat(owner.roles)) return true
  if (handed === null || state === 'seen') return false
  return !owner.onTeam || handed === 'team-formed'
}

const anywhere: readonly string[] = ['coordinator', 'administrator']

/** Whoever left the team cannot see to what they owned, but for the desk: it goes to whoever is called first now. */
export const goesWithoutThem = ({ owner }: Owned, leftSeatId: string, next: Owner): boolean =>
  owner.seatId === leftSeatId &&
  next.seatId !== leftSeatId &&
  !owner.roles.some((role) => anywhere.includes(role))

const othersOnToday = 4

interface ForToday {
  readonly mine: boolean
  readonly state: TaskState
  readonly urgency: string
}

/**
 * What the day's board shows, of a list that is in order of what is due: everything its reader owns, what nobody has seen before
 * what somebody has, and what is called for at once first; then a few of the others'. What is one's own never stands behind those.
 */
export function onToday<Task extends ForToday>(tasks: readonly Task[]): Task[] {
  const own = tasks.filter(({ mine }) => mine)
  const others = tasks.filter(({ mine }) => !mine)
  const before = ({ state, urgency }: ForToday) =>
    (state === 'waiting' ? 0 : 2) + (urgency === 'at-once' ? 0 : 1)
  return [
    ...own.toSorted((one, other) => before(one) - before(other)),
    ...others.slice(0, Math.max(0, othersOnToday - own.length)),
  ]
}
