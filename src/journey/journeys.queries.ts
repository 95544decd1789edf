import { instant, type Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Way } from './departure.ts'
import { departuresOf } from './departure.queries.ts'
import { duesOf, missedDues, type Due, type Watched } from './due.ts'
import { standing } from './facts.ts'
import { roomOf } from './room.queries.ts'

type Room = NonNullable<Awaited<ReturnType<typeof roomOf>>>

/** What was due in a session and never taken, as of now or of its end. */
function missedIn(room: Room, careNow: Instant): Due[] {
  const watched = watchedIn(room, careNow)
  return watched ? missedDues(watched, careNow) : []
}

function watchedIn({ session, plan, doses, readings }: Room, careNow: Instant): Watched | undefined {
  const [dose] = doses
  if (!dose || !plan) return undefined
  const endedAt = session.endedAt ?? (session.phase === 'closed' ? careNow : null)
  const doseAt = instant(dose.givenAt)
  return { plan: plan.vitals, limits: plan.limits, doseAt, endedAt, readings: standing(readings) }
}

/** Everything that was or will be due in a session, for whoever calls about it; nothing before a dose. */
export async function duesHere(tx: PracticeTx, sessionId: string, careNow: Instant) {
  const room = await roomOf(tx, sessionId)
  const watched = room && watchedIn(room, careNow)
  if (!room || !watched) return undefined
  return {
    personId: room.person.id,
    dues: duesOf(watched, careNow),
    notTaken: room.notTaken,
    missedMinutes: watched.plan.missedMinutes.value,
    doseAt: watched.doseAt,
    isOver: watched.endedAt !== null,
  }
}

export async function missedOf(tx: PracticeTx, sessionId: string, careNow: Instant) {
  const room = await roomOf(tx, sessionId)
  return room ? { missed: missedIn(room, careNow), notTaken: room.notTaken } : { missed: [], notTaken: [] }
}

export interface Journey {
  readonly sessionId: string
  readonly number: number
  readonly dosedAt: Instant | null
  readonly end: { readonly how: Way | 'discharged'; readonly at: Instant } | null
  readonly missed: readonly Due[]
  readonly notTaken: Room['notTaken']
}

/** Newest first. A course has few: each is read as its own room reads it. */
export async function journeysOf(tx: PracticeTx, courseId: string, careNow: Instant): Promise<Journey[]> {
  const sessions = await tx
    .selectFrom('journey_session')
    .select(['id', 'number'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('course_id', '=', courseId)
    .where('phase', 'in', ['under-way', 'recovering', 'closed'])
    .orderBy('number', 'desc')
    .execute()
  const journeys: Journey[] = []
  for (const { id, number } of sessions) {
    const room = await roomOf(tx, id)
    if (!room) continue
    const [dose] = room.doses
    journeys.push({
      sessionId: id,
      number,
      dosedAt: dose ? instant(dose.givenAt) : null,
      end: await endOf(tx, room),
      missed: missedIn(room, careNow),
      notTaken: room.notTaken,
    })
  }
  return journeys
}

/** The last that is known: who was taken to a hospital after they had been sent home was taken to a hospital. */
async function endOf(tx: PracticeTx, { session, doses }: Room): Promise<Journey['end']> {
  const last = Math.max(-Infinity, ...doses.map(({ givenAt }) => instant(givenAt)))
  const discharges = await tx
    .selectFrom('discharge')
    .select('discharged_at')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('session_id', '=', session.id)
    .execute()
  const departures = standing(await departuresOf(tx, session.id))
  const ends = [
    ...discharges.map(({ discharged_at: at }) => ({ how: 'discharged' as const, at: at.getTime() })),
    ...departures.map(({ way, leftAt }) => ({ how: way, at: leftAt })),
  ]
  const since = ends.filter(({ at }) => at >= last).toSorted((one, other) => one.at - other.at)
  return since.at(-1) ?? null
}
