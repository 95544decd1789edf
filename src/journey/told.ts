import { instant, type Instant } from '../kernel/instant.ts'
import { allLines, answersTo, type DayAnswer } from './dayLines.ts'
import type { DayTold } from './dayTold.ts'

/** What is told, before it is known who told it and when. */
type Telling<One> = One extends DayTold ? Omit<One, 'toldAt' | 'byName' | 'roles'> : never
export type DayTelling = Telling<DayTold>

/** Nobody has eaten later than now, nor does somebody stay until a moment that is gone. */
export function isPossible(telling: DayTelling, careNow: Instant): boolean {
  if (telling.kind === 'fasting') return telling.solidAt <= careNow && telling.clearAt <= careNow
  if (telling.kind === 'closing') return telling.untilAt > careNow
  if (telling.kind === 'answers') return Object.entries(telling.answers).every(isOffered)
  if (telling.kind === 'medicines') return Object.values(telling.answers).every(isPast(careNow))
  if (telling.kind === 'standing') return telling.systolicMmHg > telling.diastolicMmHg
  return true
}

const isOffered = ([name, answer]: [string, string]): boolean => {
  const line = allLines.find((one) => one === name)
  return line !== undefined && answersTo(line).includes(answer as DayAnswer)
}

const isPast =
  (careNow: Instant) =>
  (last: string): boolean =>
    last === 'not-today' || last === 'unknown' || instant(last) <= careNow
