import { minute, type Instant } from '../kernel/instant.ts'
import { atWall, wallIn } from '../kernel/zone.ts'

/** When someone of the practice reads what comes in, by the wall in the practice's time zone. Monday is 1. */
export interface Cover {
  readonly weekdays: readonly number[]
  readonly opensMinute: number
  readonly closesMinute: number
  readonly respondWithinMinutes: number
}

/** `declared` is false where the practice has said nothing: then no one may be told that someone reads. */
export interface Reading {
  readonly declared: boolean
  readonly openNow: boolean
  /** When cover next begins; now, while it is open. */
  readonly readFrom: Instant
  /** By when someone should have looked. */
  readonly dueAt: Instant
}

/** How soon someone looks where nothing else is said: clinical.md 6.2. [PD] */
export const promptly = 15 * minute

export function readingOf(cover: Cover | undefined, now: Instant, timeZone: string): Reading {
  if (!cover) return { declared: false, openNow: false, readFrom: now, dueAt: now + promptly }
  const readFrom = opening(cover, now, timeZone)
  return {
    declared: true,
    openNow: readFrom === now,
    readFrom,
    dueAt: readFrom + cover.respondWithinMinutes * minute,
  }
}

function opening(cover: Cover, now: Instant, timeZone: string): Instant {
  const { weekday, minuteOfDay } = wallIn(now, timeZone)
  const works = (ahead: number) => cover.weekdays.includes(((weekday - 1 + ahead) % 7) + 1)
  if (works(0) && minuteOfDay >= cover.opensMinute && minuteOfDay < cover.closesMinute) return now
  const first = minuteOfDay < cover.opensMinute ? 0 : 1
  const days = [0, 1, 2, 3, 4, 5, 6, 7].find((ahead) => ahead >= first && works(ahead)) ?? 7
  return atWall(now, { days, minuteOfDay: cover.opensMinute }, timeZone)
}
