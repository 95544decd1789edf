import { day, minute, type Instant } from './instant.ts'

const made = new Map<string, Intl.DateTimeFormat>()

/** Making a format is slow and there are few time zones, so each is kept. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format =
    made.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
  made.set(timeZone, format)
  return format
}

/** Whether there is a time zone of this name. */
export function isZone(name: string): boolean {
  try {
    formatIn(name)
    return true
  } catch (cause) {
    if (cause instanceof RangeError) return false
    throw cause
  }
}

function partsIn(moment: Instant, timeZone: string): Record<string, string> {
  return Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
}

/** The calendar day there, YYYY-MM-DD. */
export function dayIn(moment: Instant, timeZone: string): string {
  const { year, month, day: date } = partsIn(moment, timeZone)
  return `${year}-${month}-${date}`
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** What the wall says there: the weekday, 1 (Monday) to 7, and the minute of the day. */
export function wallIn(moment: Instant, timeZone: string): { weekday: number; minuteOfDay: number } {
  const parts = partsIn(moment, timeZone)
  return {
    weekday: weekdays.indexOf(parts['weekday'] ?? '') + 1,
    minuteOfDay: Number(parts['hour']) * 60 + Number(parts['minute']),
  }
}

/**
 * The first moment from `moment` on at which the wall there says this minute of a day `ahead` days later. When clocks
 * are put forward over it, the same distance from the hour before.
 */
export function atWall(
  moment: Instant,
  ahead: { days: number; minuteOfDay: number },
  timeZone: string,
): Instant {
  const { minuteOfDay } = wallIn(moment, timeZone)
  const guess = moment - (moment % minute) + ahead.days * day + (ahead.minuteOfDay - minuteOfDay) * minute
  const off = wallIn(guess, timeZone).minuteOfDay - ahead.minuteOfDay
  const nearest = off > 720 ? off - 1440 : off < -720 ? off + 1440 : off
  return guess - nearest * minute
}
