import type { Lacking, Typed } from './desk.ts'
import { stateNames } from './states.ts'

/** What a part of the form needs: what is typed, how to type, and what is said of a field that lacks something. */
export interface Part {
  readonly typed: Typed
  readonly type: (change: Partial<Typed>) => void
  readonly fault: (name: Lacking) => string | undefined
}

export const stateOptions = Object.entries(stateNames).map(([value, name]) => ({ value, words: name }))
