import { useEffect, useState } from 'react'
import type { output } from 'zod/v4/core'
import type { Entry } from '../platform/offline/entry.ts'
import { useKept } from '../platform/offline/useKept.web.ts'
import { useOutbox, type Outbox } from '../platform/offline/useOutbox.web.ts'
import { useLive } from '../platform/live/useLive.web.ts'
import { instant, minute, type Instant } from '../kernel/instant.ts'
import { standing, type Fact } from './facts.ts'
import { recordDose } from './dose.contract.ts'
import { readRoom, recordDistress, recordEvent, recordReading } from './room.contract.ts'

export type Room = output<typeof readRoom.reply>
export type Reading = Room['readings'][number]
export type Tap = Room['events'][number]
export type Rating = Room['distress'][number]

export interface RoomNow {
  readonly room: Room
  /** The facts as they stand, with what this device still has to send. */
  readonly readings: readonly Reading[]
  readonly taps: readonly Tap[]
  readonly ratings: readonly Rating[]
  readonly doseAt: Instant | undefined
  readonly now: Instant
  readonly outbox: Outbox
}

/** What the room shows: the server's answer, or the last one kept here, and whatever was noted since. */
export function useRoom(sessionId: string) {
  const asked = useKept(readRoom, { sessionId })
  const outbox = useOutbox(sessionId)
  const now = useCareClock(asked.data?.careNow, asked.dataUpdatedAt)
  useLive(asked.data && { personId: asked.data.person.id })
  return { ...asked, state: asked.data && stateOf(asked.data, { outbox, now }) }
}

function stateOf(room: Room, { outbox, now }: { outbox: Outbox; now: Instant }): RoomNow {
  const waiting = <F extends Fact>(known: readonly F[], path: string, at: (fact: F) => string) =>
    standing([...known, ...unsent<F>(outbox.waiting, path, known)]).toSorted(
      (a, b) => instant(at(a)) - instant(at(b)),
    )
  const doses = [...room.doses, ...unsentDoses(outbox.waiting, room)]
  const [dose] = doses
  return {
    room: { ...room, doses },
    readings: waiting(room.readings, recordReading.path, ({ takenAt }) => takenAt),
    taps: waiting(room.events, recordEvent.path, ({ occurredAt }) => occurredAt),
    ratings: waiting(room.distress, recordDistress.path, ({ ratedAt }) => ratedAt),
    doseAt: dose && instant(dose.givenAt),
    now,
    outbox,
  }
}

/** A dose this device has still to send: the clock runs from it all the same. What it was is the server's to say. */
const unsentDoses = (entries: readonly Entry[], room: Room): Room['doses'] =>
  unsent<Fact & { readonly givenAt: string }>(entries, recordDose.path, room.doses)
    .filter(({ corrects }) => !corrects)
    .map(({ id, givenAt }) => ({ id, givenAt, deviation: false }))

/** Facts of one kind that the server has not told us about yet. */
function unsent<F extends Fact>(
  entries: readonly Entry[],
  path: string,
  known: readonly { readonly id: string }[],
): F[] {
  const ending = path.slice(path.lastIndexOf('/'))
  const told = new Set(known.map(({ id }) => id))
  return entries
    .filter((entry) => entry.path.endsWith(ending))
    .map(({ input }) => input as unknown as F)
    .filter(({ id }) => !told.has(id))
}

/** The clock of care as the server last told it, carried on by this device's own, to the second. */
function useCareClock(told: string | undefined, toldAt: number): Instant {
  const [device, tick] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return told === undefined ? device : instant(told) + Math.max(0, device - toldAt)
}

export const minutesSince = (from: Instant, to: Instant): number => Math.floor((to - from) / minute)
