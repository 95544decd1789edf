import type { Point } from './distance.ts'
import { isState, stateNames, type StateCode } from './states.ts'

/** A town of the gazetteer. `weight` is its number of ZIP codes, which stands in for its size. */
export interface Place extends Point {
  readonly name: string
  readonly state: StateCode
  readonly weight: number
  /** Set when a ZIP code was asked for; the point is then the ZIP code's own. */
  readonly zip?: string
}

export interface Gazetteer {
  readonly byZip: ReadonlyMap<string, Place>
  readonly byName: ReadonlyMap<string, readonly Place[]>
}

/** `{ CA: { "Los Angeles": "90001 3397 -11825,…" } }`, as content/directory/places.json holds it. */
export type PlacesFile = Readonly<Record<string, Readonly<Record<string, string>>>>

export function openGazetteer(file: PlacesFile): Gazetteer {
  const byZip = new Map<string, Place>()
  const byName = new Map<string, Place[]>()
  for (const [state, towns] of Object.entries(file)) {
    if (!isState(state)) continue
    for (const [name, packed] of Object.entries(towns)) {
      const zips = packed.split(',').map(unpack)
      const town = { name, state, weight: zips.length, ...middleOf(zips) }
      for (const { zip, ...point } of zips) byZip.set(zip, { ...town, ...point, zip })
      const key = plain(name)
      byName.set(key, [...(byName.get(key) ?? []), town])
    }
  }
  return { byZip, byName }
}

function unpack(packed: string) {
  const [zip = '', latitude, longitude] = packed.split(' ')
  return { zip, latitude: Number(latitude) / 100, longitude: Number(longitude) / 100 }
}

/** The median, because a post-office box filed under the wrong town must not move the town. */
const middleOf = (points: readonly Point[]): Point => ({
  latitude: median(points.map(({ latitude }) => latitude)),
  longitude: median(points.map(({ longitude }) => longitude)),
})

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const longForms: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  ft: 'fort',
  mt: 'mount',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
}

/** A name as it is compared: no case, accents or punctuation, and "St." is "Saint". */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => longForms[word] ?? word)
    .join(' ')

const statesByName = new Map(
  Object.entries(stateNames).flatMap(([code, name]) => [
    [code.toLowerCase(), code as StateCode],
    [plain(name), code as StateCode],
  ]),
)

/** The state that the words name, in full or as its postal code. */
export const stateNamed = (words: string): StateCode | undefined => statesByName.get(plain(words))
