import { languages, needs, type Language, type Need } from './listing.ts'
import { radii, usualRadiusMiles, type Wanted } from './search.ts'

/** What the visitor typed and chose, as the form shows it again. */
export interface Asked extends Wanted {
  readonly near: string
}

const longestPlace = 80

/** Anything may be sent; what means nothing is as if it had not been. */
export function askedFrom(sent: Readonly<Record<string, unknown>>): Asked {
  const text = (name: string) => {
    const value = Object.hasOwn(sent, name) ? sent[name] : undefined
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    near: text('near').slice(0, longestPlace),
    withinMiles: radii.find((miles) => String(miles) === text('within')) ?? usualRadiusMiles,
    language: languages.find((language): language is Language => language === text('speaks')),
    need: needs.find((need): need is Need => need === needOf(text('for'))),
    byVideo: text('video') !== '',
    slidingScale: text('sliding') !== '',
    openNow: text('open') !== '',
  }
}

/** In the form a need is a number, so that not even a form that goes astray says what someone looks for help with. */
export const numberOfNeed = (need: Need): string => String(needs.indexOf(need) + 1)
const needOf = (number: string): Need | undefined => needs[Number(number) - 1]

/** Whether anything but the place was chosen. */
export const isNarrowed = (asked: Asked): boolean =>
  asked.withinMiles !== usualRadiusMiles ||
  [asked.language, asked.need, asked.byVideo, asked.slidingScale, asked.openNow].some(Boolean)
