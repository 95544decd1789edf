import { instant, minute, type Instant } from '../kernel/instant.ts'
import type { LimitName, Limits } from '../protocol/protocol.ts'
import { crossingsIn, lastMeasured, measuresOf, type Vitals } from './limits.ts'

/** What somebody pressed that cannot wait for a reading. */
export const alarmCodes = ['not-answering', 'symptom', 'stop-word'] as const
export type AlarmCode = (typeof alarmCodes)[number]

/** Something that nobody may overlook. Each has a key of its own: seen once, the same is not raised again. */
export type Alarm = { readonly key: string; readonly since: Instant } & (
  | { readonly why: 'limit'; readonly limit: LimitName; readonly value: number }
  | { readonly why: AlarmCode }
)

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
    return answered ? [] : [{ key: tap.id, since: instant(tap.occurredAt), why: code }]
  })
  const urgentIn = (measured: readonly Vitals[]) =>
    (limits ? crossingsIn(lastMeasured(measured), limits, before) : []).filter(
      ({ level }) => level === 'urgent',
    )
  return [
    ...pressed,
    ...urgentIn(readings).map(({ limit, value }): Alarm => {
      const measure = measuresOf[limit]
      const measured = readings.filter((reading) => measure && reading[measure] !== null)
      const within = measured.findLastIndex(
        (reading) => !urgentIn([reading]).some((one) => one.limit === limit),
      )
      const since = instant(measured[within + 1]?.takenAt ?? '')
      return { key: `${limit} ${measured.at(-1)?.id}`, since, why: 'limit', limit, value }
    }),
  ]
}

/** A reading that was an emergency when it was taken, whether or not it stands: as it is told afterwards. */
export interface Raised {
  readonly id: string
  readonly at: string
  readonly limit: LimitName
  readonly value: number
  /** From where on it is one. */
  readonly from: number
}

/** Every emergency that was measured in a session, by its readings as they stand. */
export const raisedIn = ({
  readings,
  limits,
  before,
}: Pick<Noted, 'readings' | 'limits' | 'before'>): Raised[] =>
  readings.flatMap((reading) =>
    (limits ? crossingsIn(reading, limits, before) : [])
      .filter(({ level }) => level === 'urgent')
      .map(({ limit, value }) => ({
        id: `${limit} ${reading.id}`,
        at: reading.takenAt,
        limit,
        value,
        from: limits?.[limit].urgent ?? value,
      })),
  )

/** Who last answered an emergency, at or after it began; a press of "seen" on a tablet, and not that it was seen to. */
export const seenOf = <T extends { readonly code: string; readonly occurredAt: string }>(
  taps: readonly T[],
  since: Instant,
): T | undefined =>
  taps.findLast(({ code, occurredAt }) => code === 'alarm-seen' && instant(occurredAt) >= since)

/** The upper pressure before the dose, from which a rise is counted. */
export function beforeDose({
  readings,
  doseAt,
}: {
  readonly readings: readonly Pick<Noted['readings'][number], 'takenAt' | 'systolicMmHg'>[]
  readonly doseAt: Instant | undefined
}): number | null {
  if (doseAt === undefined) return null
  return (
    readings.findLast(({ takenAt, systolicMmHg }) => instant(takenAt) <= doseAt && systolicMmHg !== null)
      ?.systolicMmHg ?? null
  )
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
