import { day, instant, minute, type Instant } from '../kernel/instant.ts'
import { atWall, dayIn } from '../kernel/zone.ts'

/** The last minute of a calendar day where the practice is; null for no day. */
export function endOfDay(date: string, timeZone: string): Instant | null {
  const noon = instant(`${date}T12:00:00Z`)
  if (!Number.isFinite(noon)) return null
  // From the evening before, the next 23:59 of that date, whatever the zone.
  const start = atWall(noon - day, { days: 0, minuteOfDay: 0 }, timeZone)
  for (let ahead = 0; ahead < 4; ahead += 1) {
    const end = atWall(start, { days: ahead, minuteOfDay: 23 * 60 + 59 }, timeZone)
    if (dayIn(end, timeZone) === date) return end - (end % minute)
  }
  return null
}
