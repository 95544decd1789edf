import type { Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import type { AskedAlone, GateFacts, Presence, Ride } from './gateFacts.ts'
import { met, stop, waiting, type Found } from './gate.ts'

/** The newest ride, unless it fell through. */
export function rideInForce(rides: readonly Ride[], at: Instant): Ride | undefined {
  const newest = rides.findLast(({ namedAt }) => namedAt <= at)
  return newest?.name ? newest : undefined
}

const whoNamesRides = ['client', 'coordinator', 'monitor', 'therapist', 'prescriber'] as const

export function rideGate({ rides }: Pick<GateFacts, 'rides'>, at: Instant): Found {
  const ride = rideInForce(rides, at)
  return ride
    ? met({ code: 'ride-named', name: ride.name ?? undefined, at: ride.namedAt }, ...whoNamesRides)
    : waiting({ code: 'ride-none' }, ...whoNamesRides)
}

/** Who is there today, by the newest note about each. */
export function peopleToday(facts: Pick<GateFacts, 'presence' | 'timeZone'>, at: Instant): Presence[] {
  const today = facts.presence.filter(
    ({ notedAt }) => notedAt <= at && dayIn(notedAt, facts.timeZone) === dayIn(at, facts.timeZone),
  )
  return [...new Map(today.map((noted) => [noted.memberId, noted])).values()]
}

/** Each place in the room is filled by another person. One who may prescribe is in the room or at the phone. */
export function peopleGate(facts: GateFacts, at: Instant): Found {
  const { guide, medical, reachable, onSite = [] } = facts.protocol.people
  const noted = peopleToday(facts, at)
  const here = noted.filter(({ state }) => state === 'here')
  const guides = working(here, guide)
  const medics = working(here, medical)
  const apart = guides.some((one) => medics.some((other) => other.memberId !== one.memberId))
  const lacks = (people: readonly Presence[], roles: readonly string[]) =>
    roles.length > 0 && working(people, roles).length === 0
  const missing = [
    ...(lacks(here, guide) ? ['guide'] : []),
    ...(medics.length === 0 || (guides.length > 0 && !apart)
      ? [guide.length > 0 ? 'medical' : 'medicalAlone']
      : []),
    ...(lacks(
      noted.filter(({ state }) => state !== 'away'),
      reachable,
    )
      ? ['reachable']
      : []),
    ...(lacks(here, onSite) ? ['onSite'] : []),
  ]
  return missing.length === 0
    ? met({ code: 'people-present', items: here.map(({ name }) => name) }, 'monitor', 'therapist')
    : waiting({ code: 'people-missing', items: missing }, 'monitor', 'therapist', 'prescriber')
}

const working = (people: readonly Presence[], roles: readonly string[]): Presence[] =>
  people.filter((person) => person.roles.some((role) => roles.includes(role)))

/**
 * Asked with nobody else in the room: do you want this today, and is it safe to go home with this person. After a "not
 * today", or a "not with them", only the client's own screen can say otherwise. `asked_gate` says the same in SQL.
 */
export function askedGate(facts: GateFacts, at: Instant): Found {
  const { asked, timeZone } = facts
  const isToday = ({ askedAt }: AskedAlone) => dayIn(askedAt, timeZone) === dayIn(at, timeZone)
  const place = asked.findLastIndex(({ askedAt }) => askedAt <= at)
  const newest = asked[place]
  const no = asked.slice(place + 1).find(({ wantsToday }) => !wantsToday)
  if (no) return stop({ code: 'asked-not-today', at: no.askedAt }, 'client')
  if (!newest || !isToday(newest)) return waiting({ code: 'asked-not-yet' }, 'client', 'therapist', 'monitor')
  if (!newest.wantsToday) return stop({ code: 'asked-not-today', at: newest.askedAt }, 'client')
  return safeWith(rideInForce(facts.rides, at), { newest, earlier: asked.slice(0, place).filter(isToday) })
}

interface Asked {
  readonly newest: AskedAlone
  /** Of the same day. */
  readonly earlier: readonly AskedAlone[]
}

function safeWith(ride: Ride | undefined, { newest, earlier }: Asked): Found {
  const { askedAt } = newest
  if (!ride || newest.rideId !== ride.id)
    return waiting({ code: 'asked-ride-changed', at: askedAt }, 'client', 'therapist', 'monitor')
  if (!newest.safeHome)
    return stop({ code: 'asked-not-safe', at: askedAt, name: ride.name ?? undefined }, 'client')
  const no = earlier.findLast((one) => !one.wantsToday || (one.safeHome === false && one.rideId === ride.id))
  return no && !newest.onOwnScreen
    ? waiting({ code: 'asked-own-screen', at: no.askedAt }, 'client')
    : met({ code: 'asked-yes', at: askedAt }, 'client')
}
