import { useEffect, useState } from 'react'
import type { output } from 'zod/v4/core'
import { useRoomHold } from '../access/hold.web.ts'
import { keptSince, useKept } from '../platform/offline/useKept.web.ts'
import { useOutbox, type Outbox } from '../platform/offline/useOutbox.web.ts'
import { useLive } from '../platform/live/useLive.web.ts'
import { instant, isoOf, minute, type Instant } from '../kernel/instant.ts'
import { alarmsIn, beforeDose, type Alarm } from './alarm.ts'
import type { Standing, Watched } from './due.ts'
import { crossingsIn, lastMeasured, type Crossing } from './limits.ts'
import { standing, type Fact } from './facts.ts'
import { recordDose } from './dose.contract.ts'
import { readRoom, recordDistress, recordEvent, recordReading } from './room.contract.ts'

export type Room = output<typeof readRoom.reply>
export type Reading = Room['readings'][number]
export type Tap = Room['events'][number]
export type Rating = Room['distress'][number]

/** Everything that was noted, what was corrected and taken back included. */
export interface AllNoted {
  readonly readings: readonly Reading[]
  readonly taps: readonly Tap[]
  readonly ratings: readonly Rating[]
}

export interface RoomNow extends AllNoted {
  readonly room: Room
  /** The facts as they stand are `readings`, `taps` and `ratings`, with what this device still has to send. */
  readonly all: AllNoted
  readonly doseAt: Instant | undefined
  readonly now: Instant
  readonly outbox: Outbox
}

/** In these phases nobody is asked to sign in again only because they sit still beside someone. */
const underWay: readonly string[] = ['under-way', 'recovering'] satisfies Room['session']['phase'][]

/** What the room shows: the server's answer, or the last one kept here, and whatever was noted since. */
export function useRoom(sessionId: string) {
  const asked = useKept(readRoom, { sessionId })
  const outbox = useOutbox(sessionId)
  const now = useCareClock(asked.data?.careNow, keptSince(asked.data) ?? asked.dataUpdatedAt)
  useLive({ sessionId })
  useRoomHold(asked.data !== undefined && underWay.includes(asked.data.session.phase))
  return { ...asked, state: asked.data && stateOf(asked.data, { outbox, now }) }
}

function stateOf(room: Room, { outbox, now }: { outbox: Outbox; now: Instant }): RoomNow {
  const noted = <F extends Fact>(known: readonly F[], path: string, at: (fact: F) => string): F[] =>
    [...known, ...unsent<F>(outbox, path, room)].toSorted((a, b) => instant(at(a)) - instant(at(b)))
  const all = {
    readings: noted(room.readings, recordReading.path, ({ takenAt }) => takenAt),
    taps: noted(room.events, recordEvent.path, ({ occurredAt }) => occurredAt),
    ratings: noted(room.distress, recordDistress.path, ({ ratedAt }) => ratedAt),
  }
  const doses = [...room.doses, ...unsentDoses(outbox, room)]
  const [dose] = doses
  return {
    room: { ...room, doses },
    all,
    readings: standing(all.readings),
    taps: standing(all.taps),
    ratings: standing(all.ratings),
    doseAt: dose && instant(dose.givenAt),
    now,
    outbox,
  }
}

/**
 * A dose this device has still to send: the clock runs from it all the same. What it was is the server's to say, and so is
 * whether one that was sent still stands.
 */
const unsentDoses = (outbox: Outbox, room: Room): Room['doses'] =>
  unsent<Fact & { readonly givenAt: string }>({ ...outbox, taken: [] }, recordDose.path, room)
    .filter(({ corrects }) => !corrects)
    .map(({ id, givenAt }) => ({ id, givenAt, deviation: false, saidNoAt: null }))

/** Facts of one kind that this device wrote down and the server has not told us about yet. */
function unsent<F extends Fact>({ waiting, taken }: Outbox, path: string, room: Room): F[] {
  const ending = path.slice(path.lastIndexOf('/'))
  const { readings, events, distress, doses, me } = room
  const told = new Set([...readings, ...events, ...distress, ...doses].map(({ id }) => id))
  const signed = { byId: me.seatId ?? '', byName: me.name, wrong: null, doubt: null }
  return [...taken, ...waiting]
    .filter((entry) => entry.path.endsWith(ending))
    .map(({ at, input }) => ({ ...signed, recordedAt: isoOf(at), ...input }) as unknown as F)
    .filter(({ id }) => !told.has(id))
}

/** The clock of care as the server last told it, carried on by this device's own, to the second. */
export function useCareClock(told: string | undefined, toldAt: number): Instant {
  const [device, tick] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return told === undefined ? device : instant(told) + Math.max(0, device - toldAt)
}

/** What is due in this room, from one place for the clock, the alarm and what is read afterwards; none before a dose. */
export function watchedIn({ room, doseAt, readings, now }: RoomNow): Watched | undefined {
  if (doseAt === undefined || !room.plan) return undefined
  const { vitals: plan, limits } = room.plan
  const endedAt = room.session.endedAt ?? (room.session.phase === 'closed' ? now : null)
  return { plan, limits, doseAt, endedAt, readings }
}

/** What stands and nobody may overlook, the presses first. */
export const standingAlarms = (state: RoomNow): Alarm[] =>
  alarmsIn({
    readings: state.readings,
    taps: state.taps,
    limits: state.room.plan?.limits,
    before: beforeDose(state),
    now: state.now,
  })

/** Limits crossed by what was last measured of each, the most pressing first. */
export const standingCrossings = (state: RoomNow): Crossing[] =>
  state.room.plan ? crossingsIn(lastMeasured(state.readings), state.room.plan.limits, beforeDose(state)) : []

export const standingIn = (state: RoomNow): Standing => ({
  isEmergency: standingAlarms(state).some(({ why }) => why !== 'stop-word'),
  isCrossed: standingCrossings(state).length > 0,
})

export const minutesSince = (from: Instant, to: Instant): number => Math.floor((to - from) / minute)
