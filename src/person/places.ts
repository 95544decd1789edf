/** A place within one person's record: where it is, which of the policy's actions opens it, and which word names it. */
export interface PersonPlace {
  /** What follows /app/people/:personId. No word here says what it is about. */
  readonly path: string
  readonly action: string
  readonly word: PersonPlaceWord
}

export type PersonPlaceWord = 'history' | 'decision'

/** In the order in which they stand in the bar; each role sees what it may open. */
export const personPlaces: readonly PersonPlace[] = [
  { path: '/history', action: 'history.read', word: 'history' },
  { path: '/decision', action: 'clearance.read', word: 'decision' },
]
