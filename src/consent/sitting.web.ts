import { useState } from 'react'
import { forgetSitting, keepSitting, keptSitting } from '../platform/offline/device.ts'
import { recordings, touchAnswers, touchKinds, touchWho, type Choices, type Touch } from './document.ts'

/** Which page was being read, and what was chosen so far. */
export interface Sitting {
  readonly place: number
  readonly choices: Choices
}

const nameOf = (personId: string) => `agreement ${personId}`

/**
 * A page loaded again goes on where it was. Nothing of it is told to anyone before it is signed; leaving quickly, signing out
 * and closing the tab forget it.
 */
export function useSitting(personId: string, begun: Sitting): [Sitting, (next: Sitting) => void] {
  const [sitting, set] = useState(() => sittingOf(personId) ?? begun)
  const keep = (next: Sitting) => {
    set(next)
    keepSitting(nameOf(personId), next)
  }
  return [sitting, keep]
}

export const isSat = (personId: string): boolean => sittingOf(personId) !== undefined

export const endSitting = (personId: string): void => forgetSitting(nameOf(personId))

function sittingOf(personId: string): Sitting | undefined {
  const found = keptSitting(nameOf(personId))
  return isSitting(found) ? found : undefined
}

/** A newer version of the app may find what an older one left. */
function isSitting(found: unknown): found is Sitting {
  if (typeof found !== 'object' || found === null) return false
  const { place, choices } = found as Partial<Sitting>
  return (
    typeof place === 'number' &&
    touchKinds.every((kind) => isTouch(choices?.touch?.[kind])) &&
    typeof choices?.stop?.word === 'string' &&
    typeof choices.stop.gesture === 'string' &&
    recordings.some((recording) => recording === choices.recording)
  )
}

const isTouch = (found: Partial<Touch> | undefined): boolean =>
  touchAnswers.some((answer) => answer === found?.answer) &&
  touchWho.some((who) => who === found?.who) &&
  Array.isArray(found?.where)
