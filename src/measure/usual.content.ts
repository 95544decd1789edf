import { isDeepStrictEqual } from 'node:util'
import usual from '../../content/schedules/usual.json' with { type: 'json' }
import type { Asking } from './schedule.ts'

type Source = Readonly<Record<'en' | 'es', string>>

/** Where nothing else is set: which instruments, when, and from where that is known. */
export const usualSchedule = usual.lines as readonly (Asking & { readonly source: Source })[]

/** Whence a line is known: nothing once a practice set other times, or asks what the source does not name. */
export function usualSourceOf(line: Asking): Source | null {
  const usual = usualSchedule.find(({ id }) => id === line.id)
  const isUsual =
    usual !== undefined &&
    isDeepStrictEqual(timesOf(usual), timesOf(line)) &&
    line.instruments.every((id) => usual.instruments.includes(id))
  return isUsual ? usual.source : null
}

const timesOf = ({ on, after, opensHoursBefore, closesHoursAfter, remindHoursAfter }: Asking) => [
  on,
  after,
  [opensHoursBefore, closesHoursAfter, remindHoursAfter],
]
