import type { output } from 'zod/v4/core'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate, type DateStyle, type Place } from '../platform/i18n/format.ts'
import { listed } from '../platform/i18n/plural.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import type { Clearer } from './gate.ts'
import type { readReady } from './ready.contract.ts'
import type { en } from './words.ready.en.ts'

export type ReadyTold = output<typeof readReady.reply>
/** What the server told last, and since when nothing is heard of it. */
export type Ready = ReadyTold & { readonly unheardSince: Instant | undefined }
export type ReadyGate = Ready['gates'][number]
export type ReadyWords = typeof en

/** A time today is a time; any other day names itself, with its hour where that matters. */
export function whenOf(at: number, now: number, place: Place & { other?: DateStyle }): string {
  const { other = 'day' } = place
  return formatDate(at, place, dayIn(at, place.timeZone) === dayIn(now, place.timeZone) ? 'time' : other)
}

/** Where the hour of another day decides. */
const byTheHour: readonly ReadyGate['because']['code'][] = [
  'consent-too-young',
  'interval-too-short',
  'interval-too-short-brought',
]

/** The sentence for because of what, with its values in it. */
export function becauseOf(gate: ReadyGate, about: { own: ReadyWords; ready: Ready; place: Place }): string {
  const { own, ready, place } = about
  const { because } = gate
  const other = byTheHour.includes(because.code) ? 'moment' : 'day'
  const when = (at: number | undefined) =>
    at === undefined ? '' : whenOf(at, ready.now, { ...place, other })
  const pressure = (upper: number | undefined, lower: number | undefined) =>
    upper === undefined ? '' : `${upper}/${lower}`
  return fill(own.because[because.code], {
    at: when(because.at),
    until: when(because.until),
    name: because.name ?? '',
    words: because.words ?? '',
    reading: pressure(because.systolicMmHg, because.diastolicMmHg),
    limit: pressure(because.limitSystolicMmHg, because.limitDiastolicMmHg),
    items: listed(
      place.language,
      (because.items ?? []).map((item) => itemWords(item, about)),
    ),
  })
}

function itemWords(item: string, { own, ready, place }: { own: ReadyWords; ready: Ready; place: Place }) {
  const title = ready.titles[item]?.[place.language]
  if (title) return title
  return own.places[item as keyof ReadyWords['places']] ?? item
}

/** Who can clear it: you, if you can; otherwise somebody by name, or whoever has that part. */
export function clearersOf(gate: ReadyGate, about: { own: ReadyWords; ready: Ready }): string | null {
  const { own } = about
  const known = [...new Set(gate.clears.map((clearer) => clearerWords(clearer, about)))]
  if (known.length === 0) return null
  return known.includes(own.who.you) ? own.who.you : known.join(` ${own.or} `)
}

function clearerWords(clearer: Clearer, { own, ready }: { own: ReadyWords; ready: Ready }): string {
  if (clearer === 'client') return ready.name
  const working = ready.people.filter(({ roles }) => roles.includes(clearer))
  if (working.some(({ memberId }) => memberId === ready.me.seatId)) return own.who.you
  const [only, ...others] = working
  return only && others.length === 0 ? only.name : own.who[clearer]
}

/** Stops first, then what waits; within each, the order of the reference. */
export const openFirst = (gates: readonly ReadyGate[]): ReadyGate[] => [
  ...gates.filter(({ state }) => state === 'stop'),
  ...gates.filter(({ state }) => state === 'waiting'),
]
