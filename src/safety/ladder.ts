import { day, minute, type Instant } from '../kernel/instant.ts'
import { stateOf, type TaskEventKind } from './task.ts'

/** `listed`: known and not worse, or told for a clinician to read; talked about at the next meeting, and never paged (alarm fatigue is a danger too). */
export const urgencies = ['at-once', 'same-day', 'listed'] as const
export type Urgency = (typeof urgencies)[number]

/** Whom a rung tells. The first is the owner; each later one adds people, and nobody is taken off. */
export const rungs = ['owner', 'prescriber-and-coordinator', 'team', 'administrators'] as const
export type Rung = 0 | 1 | 2 | 3

/**
 * Minutes after which the second, third and last rung are told: 15, 30 and 60, to two people at the second
 * (security-and-reliability.md 3.12; 15 minutes also clinical.md 6.2). [PD]
 */
export const usualMinutes: readonly [number, number, number] = [15, 30, 60]

/** What is only listed should be talked about within a week. [PD] */
export const listedFor = 7 * day

/**
 * For how long an answer about death is what is known. After that the same answer is a new one: what someone said last spring
 * says nothing about the months between, and unknown counts as new. [PD]
 */
export const knownFor = 60 * day

/** After the last rung was told, how long until the ladder itself counts as unanswered; and a rung as overdue. */
export const patience = 15 * minute
const slack = 5 * minute

export interface Climbing {
  readonly urgency: Urgency
  readonly raisedAt: Instant
  readonly dueAt: Instant
  readonly events: readonly { readonly kind: TaskEventKind; readonly at: Instant }[]
  readonly told: readonly { readonly round: number; readonly rung: number; readonly at: Instant }[]
}

export interface Climb {
  /** How often it was handed on; each time the ladder begins again with the new owner. */
  readonly round: number
  /** Rungs whose time has come and that told no one yet, lowest first. */
  readonly due: readonly Rung[]
  /** When the next rung is to be told; null where there is none, or someone has seen it. */
  readonly nextAt: Instant | null
  /** Every rung was told, time has passed, and no person has said "I have seen it". */
  readonly unanswered: boolean
  /** A rung should have told someone a while ago and did not: the ladder itself is broken. */
  readonly silent: boolean
}

const still: Omit<Climb, 'round'> = { due: [], nextAt: null, unanswered: false, silent: false }

/** Where one waiting thing stands on the ladder. Time climbs; only a person stops it, and nothing here closes anything. */
export function climbOf(task: Climbing, minutes: readonly number[], careNow: Instant): Climb {
  const handings = task.events.filter(({ kind }) => kind === 'escalated')
  const round = handings.length
  if (task.urgency === 'listed' || stateOf(task) === 'seen') return { ...still, round }
  const times = rungTimes(task, minutes, handings.at(-1)?.at)
  const seenOnce = task.events.some(({ kind }) => kind === 'acknowledged')
  const first = seenOnce ? times : rungTimes(task, minutes, undefined)
  const isTold = (rung: number) => task.told.some((one) => one.round === round && one.rung === rung)
  const open = ([0, 1, 2, 3] as const).filter((rung) => !isTold(rung))
  const due = open.filter((rung) => times[rung]! <= careNow)
  const next = open.find((rung) => times[rung]! > careNow)
  return {
    round,
    due,
    nextAt: next === undefined ? null : times[next]!,
    // Handed from one to the next and seen by none, it is as unanswered as ever.
    unanswered: careNow > first[3]! + patience,
    silent: due.some((rung) => careNow > times[rung]! + slack),
  }
}

/** The owner is told when it comes up; the others count from then, or from when it is due where that can wait. */
function rungTimes(
  { urgency, raisedAt, dueAt }: Climbing,
  minutes: readonly number[],
  handedAt: Instant | undefined,
): Instant[] {
  const first = handedAt ?? raisedAt
  const from = urgency === 'at-once' ? first : Math.max(first, dueAt)
  const later = (place: number) => from + (minutes[place] ?? usualMinutes[place]!) * minute
  return [first, later(0), later(1), later(2)]
}

/** How soon an answer about death must be seen, by what the same person answered before. Unknown counts as new. */
export function urgencyOfThoughts(before: number | null, now: number): Urgency {
  return before !== null && before > 0 && now <= before ? 'listed' : 'same-day'
}

/** What must be shouted about one waiting thing, if anything. */
export function alarmOf(
  task: Climbing,
  minutes: readonly number[],
  careNow: Instant,
): 'unanswered' | 'silent' | null {
  const { unanswered, silent } = climbOf(task, minutes, careNow)
  return silent ? 'silent' : unanswered ? 'unanswered' : null
}

/** Three whole numbers, each larger than the one before; nothing where that is not what was typed. */
export function minutesTyped(typed: readonly string[]): [number, number, number] | undefined {
  const read = typed.map((one) => (/^\d{1,4}$/.test(one.trim()) ? Number(one) : Number.NaN))
  const [second = Number.NaN, third = Number.NaN, last = Number.NaN] = read
  const fits = read.length === 3 && second >= 1 && second < third && third < last && last <= 1440
  return fits ? [second, third, last] : undefined
}
