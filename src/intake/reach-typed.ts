import { canReach } from '../find/enquiry.ts'
import { reachParts, type Reach } from '../person/details.ts'
import { orNone } from './details-typed.ts'

/** As it stands in the fields. */
export type TypedReach = Record<keyof Reach, string> & {
  /** What stood there when the fields were filled, as JSON. */
  readonly base: string
}

export const typedReach = (reach: Reach): TypedReach => ({
  ...(Object.fromEntries(reachParts.map((part) => [part, reach[part] ?? ''])) as Record<keyof Reach, string>),
  base: JSON.stringify(reach),
})

/** What would stand then. An empty field is not known, not empty. */
export const reachTyped = (typed: TypedReach): Reach => ({
  calledBy: orNone(typed.calledBy),
  phone: orNone(typed.phone),
  email: orNone(typed.email)?.toLowerCase() ?? null,
  addressLine: orNone(typed.addressLine),
  city: orNone(typed.city),
  state: orNone(typed.state),
  postalCode: orNone(typed.postalCode),
  timeZone: typed.timeZone,
})

export type ReachFault = 'phone' | 'email' | 'timeZone' | 'nothing'

/** Why it cannot be kept yet; nothing where it can. */
export function faultOf(typed: TypedReach): ReachFault | undefined {
  const was = JSON.parse(typed.base) as Reach
  const now = reachTyped(typed)
  if (now.phone !== null && now.phone !== was.phone && !/\d/.test(now.phone)) return 'phone'
  if (now.email !== null && !canReach('email', now.email)) return 'email'
  if (now.timeZone === '') return 'timeZone'
  return reachParts.every((part) => was[part] === now[part]) ? 'nothing' : undefined
}

const atHome = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
]

const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')

function spoken(zone: string, language: string): string {
  const parts = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts()
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
  return `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)} · ${cityOf(zone)}`
}

/** Those of the United States first, as people say them; then all others by their names. */
export function zonesOffered(language: string, now: string): { value: string; words: string }[] {
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !atHome.includes(zone))
  const known = [...atHome, ...others]
  const all = now === '' || known.includes(now) ? known : [now, ...known]
  return all.map((value) => ({
    value,
    words: atHome.includes(value) ? spoken(value, language) : value.replaceAll('_', ' '),
  }))
}
