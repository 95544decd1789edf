import { instant, minute, type Instant } from '../kernel/instant.ts'
import type { LimitName, Limits } from '../protocol/protocol.ts'
import { crossingsIn, lastMeasured, measuresOf, type Vitals } from './limits.ts'

/** What somebody pressed that cannot wait for a reading. */
export const alarmCodes = ['not-answering', 'symptom', 'stop-word'] as const
export type AlarmCode = (typeof alarmCodes)[number]

/** Something that nobody may overlook. Each has a key of its own: seen once, the same is not raised again. */
export type Alarm =
  | { readonly key: string; readonly why: 'limit'; readonly limit: LimitName; readonly value: number }
  | { readonly key: string; readonly why: AlarmCode }

interface Noted {
  readonly readings: readonly (Vitals & { readonly id: string; readonly takenAt: string })[]
  readonly taps: readonly { readonly id: string; readonly code: string; readonly occurredAt: string }[]
  readonly limits: Limits | undefined
  /** The upper pressure before the dose. */
  readonly before: number | null
  readonly now: Instant
}

/** A press is about now; an hour later somebody has long been there. [PD] */
const pressLasts = 30 * minute

/** What stands, the presses first. "Not answering" stands until their sedation was looked at since (EM-03). */
export function alarmsIn({ readings, taps, limits, before, now }: Noted): Alarm[] {
  const pressed = alarmCodes.flatMap((code): Alarm[] => {
    const tap = taps.findLast((one) => one.code === code)
    if (!tap || instant(tap.occurredAt) <= now - pressLasts) return []
    const answered =
      code === 'not-answering' &&
      readings.some(
        ({ sedationMoaas, takenAt }) => sedationMoaas !== null && instant(takenAt) > instant(tap.occurredAt),
      )
    return answered ? [] : [{ key: tap.id, why: code }]
  })
  const crossed = limits ? crossingsIn(lastMeasured(readings), limits, before) : []
  const urgent = crossed.filter(({ level }) => level === 'urgent')
  return [
    ...pressed,
    ...urgent.map(({ limit, value }): Alarm => {
      const measure = measuresOf[limit]
      const of = measure && readings.findLast((reading) => reading[measure] !== null)
      return { key: `${limit} ${of?.id}`, why: 'limit', limit, value }
    }),
  ]
}

/** What was pressed after the last reading, so that the reading speaks for nothing any more. */
export function pressedSince(
  takenAt: string,
  taps: Noted['taps'],
): Exclude<AlarmCode, 'stop-word'> | undefined {
  return (['not-answering', 'symptom'] as const).find((code) =>
    taps.some((tap) => tap.code === code && instant(tap.occurredAt) >= instant(takenAt)),
  )
}
