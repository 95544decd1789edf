import { plain, stateNamed, type Gazetteer, type Place } from './gazetteer.ts'
import type { StateCode } from './states.ts'

/** What a typed place turned out to be. */
export type Found =
  | { readonly kind: 'nothing-asked' }
  /** `others` are towns of the same name that are so much smaller that we did not ask first. */
  | { readonly kind: 'one'; readonly place: Place; readonly others: readonly Place[] }
  | { readonly kind: 'several'; readonly places: readonly Place[] }
  | { readonly kind: 'state'; readonly state: StateCode }
  | { readonly kind: 'unknown'; readonly close: readonly Place[] }

/** Short names people type that no gazetteer lists. */
const nicknames: Readonly<Record<string, string>> = {
  la: 'los angeles, ca',
  nyc: 'new york, ny',
  'new york city': 'new york, ny',
  sf: 'san francisco, ca',
  dc: 'washington, dc',
  'd c': 'washington, dc',
  philly: 'philadelphia, pa',
}

export function findPlace(gazetteer: Gazetteer, asked: string): Found {
  const typed = asked.trim()
  if (typed === '') return { kind: 'nothing-asked' }
  const zip = /^(\d{5})(?:-\d{4})?$/.exec(typed)?.[1]
  if (zip) return one(gazetteer.byZip.get(zip))
  const words = nicknames[plain(typed)] ?? typed
  const matches = named(gazetteer, words)
  const state = stateNamed(words)
  if (state && !matches.some(isCity)) return { kind: 'state', state }
  return matches.length > 0 ? choose(matches) : { kind: 'unknown', close: closeTo(gazetteer, words) }
}

const one = (place: Place | undefined): Found =>
  place ? { kind: 'one', place, others: [] } : { kind: 'unknown', close: [] }

/** "Town", "Town, ST", "Town State": the last words may name a state, unless they are part of the town. */
function named({ byName }: Gazetteer, typed: string): readonly Place[] {
  const [beforeComma = '', afterComma] = typed.split(',')
  if (afterComma !== undefined) return inState(byName.get(plain(beforeComma)), afterComma)
  const words = typed.trim().split(/\s+/)
  const whole = byName.get(plain(typed))
  if (whole) return whole
  for (let cut = words.length - 1; cut > 0; cut -= 1) {
    const within = inState(byName.get(plain(words.slice(0, cut).join(' '))), words.slice(cut).join(' '))
    if (within.length > 0) return within
  }
  return []
}

const inState = (places: readonly Place[] | undefined, state: string) =>
  (places ?? []).filter((place) => place.state === stateNamed(state))

/** "California" is a state although five villages bear the name; "New York" is a city although a state does. */
const isCity = ({ weight }: Place) => weight >= 20

const bySize = (a: Place, b: Place) => b.weight - a.weight || a.state.localeCompare(b.state)

/** Asks which one, unless one town is a city and its namesakes are villages. */
function choose(matches: readonly Place[]): Found {
  const [largest, next, ...rest] = matches.toSorted(bySize)
  if (!largest) return { kind: 'unknown', close: [] }
  const others = next ? [next, ...rest] : []
  const outweighs = isCity(largest) && largest.weight >= 5 * (next?.weight ?? 0)
  if (others.length === 0 || outweighs) return { kind: 'one', place: largest, others }
  return { kind: 'several', places: [largest, ...others] }
}

const mostSuggestions = 5

/** Towns one or two slips of the keyboard away, nearest and largest first. */
function closeTo({ byName }: Gazetteer, typed: string): Place[] {
  const asked = plain(typed.split(',')[0] ?? '')
  const slips = asked.length < 5 ? 1 : 2
  return [...byName]
    .filter(([name]) => Math.abs(name.length - asked.length) <= slips)
    .map(([name, places]) => ({ places, away: editsBetween(name, asked) }))
    .filter(({ away }) => away <= slips)
    .flatMap(({ places, away }) => places.map((place) => ({ place, away })))
    .toSorted((a, b) => a.away - b.away || bySize(a.place, b.place))
    .slice(0, mostSuggestions)
    .map(({ place }) => place)
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
export function editsBetween(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const above = rows[row - 1]!
      const straight = above[column - 1]! + (same ? 0 : 1)
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const swap = swapped ? rows[row - 2]![column - 2]! + 1 : Number.POSITIVE_INFINITY
      line.push(Math.min(straight, above[column]! + 1, line[column - 1]! + 1, swap))
    }
    rows.push(line)
  }
  return rows[from.length]![to.length]!
}
