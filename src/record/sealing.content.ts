import { keyFor, markOf } from '../platform/crypto/derive.ts'
import { vaultOf } from '../platform/crypto/vault.ts'

/** Closes and opens the notes of one author, with a key that is theirs alone. */
export interface Pen {
  readonly seal: (content: NoteContent, place: string) => Buffer
  readonly open: (sealed: Buffer, place: string) => NoteContent
  /** Stands for the words in the intent, which is kept. */
  readonly markOf: (words: string) => string
}

/** What is sealed: the words, and where a draft is bound for. `called` is the client, as the author calls them. */
export interface NoteContent {
  readonly words: string
  readonly called: string
  readonly sessionId: string | null
  readonly corrects: string | null
}

export function penOf(vaultKey: Buffer, accountId: string): Pen {
  const key = keyFor(vaultKey, `psychotherapy notes of ${accountId}`)
  const vault = vaultOf(key)
  return {
    seal: (content, place) => vault.seal(Buffer.from(JSON.stringify(content)), place),
    open: (sealed, place) => JSON.parse(vault.open(sealed, place).toString()) as NoteContent,
    markOf: (words) => markOf(key, words),
  }
}

/** A sealed text that is moved to another place does not open there. */
export const notePlace = (authorSeat: string, id: string): string => `note ${authorSeat} ${id}`
export const draftPlace = (authorSeat: string, courseId: string): string => `draft ${authorSeat} ${courseId}`
