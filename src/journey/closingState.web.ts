import { useEffect } from 'react'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { isAttended } from '../platform/http/attended.web.ts'
import { keptQuery, keptSince, useKept } from '../platform/offline/useKept.web.ts'
import { useOutbox, type Outbox } from '../platform/offline/useOutbox.web.ts'
import { useLive } from '../platform/live/useLive.web.ts'
import { recordAsked } from '../safety/safety.contract.ts'
import type { SuicideAnswer } from '../safety/suicide.ts'
import { recordDeparture } from './departure.contract.ts'
import { standing } from './facts.ts'
import { checkCriterion, clearDanger, discharge, readClosing, type Closing } from './discharge.contract.ts'
import {
  criteriaOf,
  needsExam,
  type Criterion,
  type DischargeFacts,
  type PressureTaken,
} from './discharge.ts'
import { loseRide, nameRide } from './ready.contract.ts'
import { recordReading } from './room.contract.ts'
import { useCareClock, type RoomNow } from './roomState.web.ts'

export type DepartureTold = Closing['departures'][number]

export interface ClosingNow {
  readonly read: Closing
  /** Who takes them home, as of now. */
  readonly ride: Closing['ride']
  /** As of now, with what this device still has to send: by the rule the server goes by. */
  readonly criteria: readonly Criterion[]
  readonly needsExam: boolean
  /** The newest that stands, of since the last dose; null where nobody left otherwise. */
  readonly departure: DepartureTold | null
  /** Written down here, and not told by the server yet. */
  readonly kept: { readonly discharge: boolean; readonly departure: boolean }
  readonly now: Instant
  readonly outbox: Outbox
}

/** What the closing page shows: the server's answer, or the last one kept here, and whatever was written down since. */
export function useClosing(sessionId: string) {
  const asked = useKept(readClosing, { sessionId })
  const outbox = useOutbox(sessionId)
  const { data } = asked
  const told = data && isoOf(data.now)
  const now = useCareClock(told, keptSince(data) ?? asked.dataUpdatedAt)
  useLive(data && { personId: data.personId })
  return { ...asked, state: data && stateOf(data, { outbox, now }) }
}

function stateOf(read: Closing, { outbox, now }: { outbox: Outbox; now: Instant }): ClosingNow {
  const facts = factsOf(read, outbox)
  const written = writtenTo(outbox, recordDeparture.path)
  const told = new Set(read.departures.map(({ id }) => id))
  const ride = rideHere(read, outbox)
  return {
    read,
    ride: ride ? ride.ride : read.ride,
    criteria: criteriaOf(facts, now),
    needsExam: read.discharged === null && needsExam(facts, now),
    departure: standing(read.departures).findLast(({ leftAt }) => leftAt >= (read.dosedAt ?? 0)) ?? null,
    kept: {
      discharge: read.discharged === null && outbox.waiting.some(({ path }) => endsAs(path, discharge.path)),
      departure: written.some(({ input }) => !told.has((input as { id: string }).id)),
    },
    now,
    outbox,
  }
}

const endsAs = (path: string, pattern: string): boolean =>
  path.endsWith(pattern.slice(pattern.lastIndexOf('/')))

const writtenTo = ({ taken, waiting }: Outbox, pattern: string) =>
  [...taken, ...waiting].filter(({ path }) => endsAs(path, pattern))

interface Noted {
  readonly id: string
}

/** Facts of one kind that this device wrote down and the server has not told us about yet. */
function unsent<F extends Noted>(outbox: Outbox, pattern: string, known: readonly Noted[]): F[] {
  const told = new Set(known.map(({ id }) => id))
  return writtenTo(outbox, pattern)
    .map(({ input }) => input as unknown as F)
    .filter(({ id }) => !told.has(id))
}

type Ticked = Noted & { readonly criterion: string; readonly met: boolean; readonly at: string }
type Answered = Noted & { readonly answer: SuicideAnswer; readonly at: string }
type Cleared = Noted & { readonly at: string }
type Measured = Noted & {
  readonly takenAt: string
  readonly corrects: string | null
  readonly struck: boolean
} & {
  readonly systolicMmHg: number | null
  readonly diastolicMmHg: number | null
}

function factsOf(read: Closing, outbox: Outbox): DischargeFacts {
  const { facts, me } = read
  const ticks = unsent<Ticked>(outbox, checkCriterion.path, facts.ticks).map(({ criterion, met, at }) => ({
    criterion,
    met,
    byName: me.name,
    at: Date.parse(at),
    // It comes after everything that is known there.
    arrivedAt: Infinity,
  }))
  const checks = unsent<Answered>(outbox, recordAsked.path, facts.checks).map(({ answer, at }) => ({
    answer,
    askedAt: Date.parse(at),
    byName: me.name,
  }))
  const cleared = unsent<Cleared>(outbox, clearDanger.path, facts.cleared).map(({ at }) => ({
    at: Date.parse(at),
    byName: me.name,
  }))
  const ride = rideHere(read, outbox)
  return {
    ...facts,
    cleared: [...facts.cleared, ...cleared],
    ...(ride && { rideNamedAt: ride.ride && ride.at, rideArrivedAt: Infinity }),
    ticks: [...facts.ticks, ...ticks].toSorted((one, other) => one.at - other.at),
    checks: [...facts.checks, ...checks],
    pressures: pressuresOf(facts.pressures, unsent<Measured>(outbox, recordReading.path, facts.pressures)),
  }
}

interface RideHere {
  readonly ride: { readonly name: string; readonly phone: string } | null
  readonly at: Instant
}

/** The last word about the ride that this device wrote down, where the server has not told us anything since. */
function rideHere({ now }: Closing, { taken, waiting }: Outbox): RideHere | undefined {
  const about = (path: string) => endsAs(path, nameRide.path) || endsAs(path, loseRide.path)
  const last = [...taken.filter(({ input }) => saidIn(input) >= now), ...waiting]
    .filter(({ path }) => about(path))
    .at(-1)
  if (!last) return undefined
  const { name, phone } = last.input as { name?: string; phone?: string }
  return { ride: name && phone ? { name, phone } : null, at: saidIn(last.input) }
}

const saidIn = (input: object): Instant => Date.parse((input as { at?: string }).at ?? '')

/** With those of this device; one that was corrected or taken back here gives way at once. */
function pressuresOf(
  known: readonly (PressureTaken & Noted)[],
  measured: readonly Measured[],
): readonly PressureTaken[] {
  const plain = known.map((one) => ({ ...one, corrects: null, struck: false }))
  const here = measured.map(({ takenAt, ...one }) => ({ ...one, takenAt: Date.parse(takenAt) }))
  return standing([...plain, ...here])
    .flatMap(({ systolicMmHg, diastolicMmHg, takenAt }) =>
      systolicMmHg === null || diastolicMmHg === null ? [] : [{ systolicMmHg, diastolicMmHg, takenAt }],
    )
    .toSorted((one, other) => one.takenAt - other.takenAt)
}

/** From the dose on the room keeps the next page's facts as well, so that it opens when the network does not. */
export function useClosingAtHand({ room, doseAt, readings }: RoomNow): void {
  const wanted = doseAt !== undefined && room.can.close
  const { id } = room.session
  useEffect(() => {
    // A room that stays signed in while nobody touches it opens itself and nothing else.
    if (wanted && isAttended())
      void keptQuery(readClosing, { sessionId: id })
        .queryFn()
        .catch(() => undefined)
  }, [wanted, id, readings.length])
}

/** What the closing page writes down: on this device first, and sent once. */
export function closingActs({ read, now, outbox }: ClosingNow) {
  const { sessionId, personId } = read
  return {
    check: (criterion: string, met: boolean) =>
      outbox.put(checkCriterion, { sessionId, id: newId(), criterion, met, at: isoOf(now) }),
    answer: (answer: SuicideAnswer) =>
      outbox.put(recordAsked, { personId, id: newId(), sessionId, answer, at: isoOf(now) }),
    clear: (reason: string) => outbox.put(clearDanger, { sessionId, id: newId(), reason, at: isoOf(now) }),
    nameRide: (name: string, phone: string) =>
      outbox.put(nameRide, { id: newId(), sessionId, name, phone, at: isoOf(now) }),
    loseRide: () => outbox.put(loseRide, { id: newId(), sessionId, at: isoOf(now) }),
    close: (id: string) => outbox.put(discharge, { sessionId, id, at: isoOf(now) }),
  }
}
