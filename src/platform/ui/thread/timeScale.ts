import { inTime, type ThreadView } from './view.ts'

export const day = 86_400_000
export const week = 7 * day

export type TimeScale = {
  readonly x: (at: number) => number
  readonly from: number
  readonly to: number
  readonly now: number
  /** Pixels for one week. */
  readonly weekWidth: number
  readonly endsAt: number
}

type Room = {
  readonly left: number
  readonly right: number
  /** What must stay free right of today for the words at the ends of the lines. */
  readonly afterNow: number
}

/** One scale, the same for what was and what will be. With nothing agreed ahead, a quarter of the way lies open. */
export function timeScale(view: ThreadView, { left, right, afterNow }: Room): TimeScale {
  const lived = Math.max(view.now - view.startsAt, day)
  const last = inTime([...view.ahead, ...view.doses]).at(-1)?.at ?? view.now
  const ahead = Math.max(last - view.now + 3 * day, view.doses.length > 0 ? 0 : 4 * week, lived / 4)
  const whole = (right - left) / (lived + ahead)
  const perMs = Math.min(whole, (right - afterNow - left) / lived)
  const x = (at: number) => left + (at - view.startsAt) * perMs
  return {
    x,
    from: left,
    to: right,
    now: x(view.startsAt + lived),
    weekWidth: perMs * week,
    endsAt: view.startsAt + (right - left) / perMs,
  }
}

const steps = [1, 2, 4, 8, 13, 26, 52, 104, 208]

export type Tick = { readonly at: number; readonly week: number; readonly x: number }

/** Whole weeks since the beginning, as many as can be told apart. */
export function ticks(view: ThreadView, scale: TimeScale, apart: number): readonly Tick[] {
  const step = steps.find((weeks) => weeks * scale.weekWidth >= apart) ?? 416
  const most = Math.floor((scale.to - scale.from) / scale.weekWidth / step)
  return Array.from({ length: most + 1 }, (_, turn) => {
    const at = view.startsAt + turn * step * week
    return { at, week: turn * step, x: scale.x(at) }
  })
}
