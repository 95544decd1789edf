import { instant, type Instant } from '../kernel/instant.ts'
import { atWall } from '../kernel/zone.ts'

/** The moment at which a calendar (YYYY-MM-DD) and a clock (HH:MM) on the wall there say this; undefined for none. */
export function momentAt(day: string, time: string, timeZone: string): Instant | undefined {
  const noon = instant(`${day}T12:00:00Z`)
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? []
  if (Number.isNaN(noon) || hours === undefined || minutes === undefined) return undefined
  return atWall(noon, { days: 0, minuteOfDay: Number(hours) * 60 + Number(minutes) }, timeZone)
}
