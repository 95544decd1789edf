import type { Cover } from './cover.ts'

/** Hours as they are typed: what cannot be read is shown back as it was written. */
export interface TypedCover {
  readonly weekdays: readonly number[]
  readonly opens: string
  readonly closes: string
  readonly within: string
}

const timeOf = (minuteOfDay: number): string =>
  `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`

const minuteOf = (time: string): number => {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number)
  return hours * 60 + minutes
}

export const typed = (cover: Cover | null): TypedCover => ({
  weekdays: cover?.weekdays ?? [],
  opens: cover ? timeOf(cover.opensMinute) : '',
  closes: cover ? timeOf(cover.closesMinute) : '',
  within: cover ? String(cover.respondWithinMinutes) : '',
})

export type CoverFault = 'days' | 'times' | 'within'

/** The hours, or what is still wrong with them. */
export function readCover({ weekdays, opens, closes, within }: TypedCover): Cover | readonly CoverFault[] {
  const [opensMinute, closesMinute] = [minuteOf(opens), minuteOf(closes)]
  const respondWithinMinutes = /^\d{1,4}$/.test(within.trim()) ? Number(within) : 0
  const faults: CoverFault[] = [
    ...(weekdays.length === 0 ? (['days'] as const) : []),
    ...(opensMinute < closesMinute ? [] : (['times'] as const)),
    ...(respondWithinMinutes >= 1 && respondWithinMinutes <= 1440 ? [] : (['within'] as const)),
  ]
  if (faults.length > 0) return faults
  return {
    weekdays: weekdays.toSorted((one, other) => one - other),
    opensMinute,
    closesMinute,
    respondWithinMinutes,
  }
}
