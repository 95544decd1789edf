import type { Instant } from '../kernel/instant.ts'

/** What is written at once, and no longer than a long letter. */
export const longestNote = 20_000

export interface Note {
  readonly id: string
  readonly words: string
  /** The session it is about; null: the course. */
  readonly sessionId: string | null
  readonly corrects: string | null
  readonly writtenAt: Instant
}

/** A note as it stands, with what it said before, newest first. */
export interface StandingNote extends Note {
  readonly earlier: readonly Note[]
}

/** A correction stands in for what it corrects, which stays beneath it. Newest first, by when each was first written. */
export function standingNotes(notes: readonly Note[]): StandingNote[] {
  const byId = new Map(notes.map((note) => [note.id, note]))
  const corrected = new Set(notes.flatMap(({ corrects }) => corrects ?? []))
  return notes
    .filter(({ id }) => !corrected.has(id))
    .map((note) => ({ ...note, earlier: earlierOf(note, byId) }))
    .toSorted((one, other) => firstOf(other).writtenAt - firstOf(one).writtenAt)
}

const firstOf = (note: StandingNote): Note => note.earlier.at(-1) ?? note

function earlierOf(note: Note, byId: ReadonlyMap<string, Note>): Note[] {
  const before = note.corrects === null ? undefined : byId.get(note.corrects)
  return before ? [before, ...earlierOf(before, byId)] : []
}
