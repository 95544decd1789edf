import { command } from '../audit/audit.commands.ts'
import { correcting } from '../audit/why.ts'
import { sessionsOf } from '../course/course.queries.ts'
import type { Call } from '../kernel/call.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { calledName } from '../person/person.ts'
import { personById } from '../person/person.queries.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { ownNotes } from './note.queries.ts'
import { addNote, keepDraft, type Authored } from './note.store.ts'
import { draftPlace, notePlace, type Pen } from './sealing.content.ts'

/** The words stay out of the intent, whose hash is kept where others read: it holds a mark of them, and they come beside it. */
interface Writing extends Call {
  readonly words: string
  readonly pen: Pen
}

interface Place {
  readonly courseId: string
  readonly sessionId: string | null
  readonly corrects: string | null
  /** Of the words, by the author's key. */
  readonly mark: string
}

/** Only ever added; a correction is a note of its own that points at the one it corrects. */
export const writeNote = command(
  async (tx, note: Place & { readonly id: string; readonly at: Instant }, asked: Writing) => {
    const { courseId, sessionId, corrects, id } = note
    const { author, called } = await authorOf(tx, courseId, asked)
    await demandSession(tx, note)
    await demandCorrectable(tx, note)
    const content = { words: asked.words, called, sessionId, corrects }
    await addNote(tx, {
      ...author,
      id,
      sessionId,
      corrects,
      sealed: asked.pen.seal(content, notePlace(author.authorSeat, id)),
      writtenAt: Math.min(note.at, asked.careNow),
    })
    await keepDraft(tx, author, { sealed: null, at: asked.careNow })
    return { id }
  },
  ({ corrects }) => correcting('psychotherapy_note', corrects),
)

/** What is being typed, so that nothing typed is lost. */
export const keepNoteDraft = command(async (tx, { courseId, sessionId, corrects }: Place, asked: Writing) => {
  const { author, called } = await authorOf(tx, courseId, asked)
  const { words, pen, careNow } = asked
  const place = draftPlace(author.authorSeat, courseId)
  const sealed = words === '' ? null : pen.seal({ words, called, sessionId, corrects }, place)
  await keepDraft(tx, author, { sealed, at: careNow })
  return { savedAt: careNow }
})

async function authorOf(
  tx: WriteTx,
  courseId: string,
  { personId }: Call,
): Promise<{ author: Authored; called: string }> {
  const { seatId, accountId } = tx.actor
  const person = personId === null ? undefined : await personById(tx, personId)
  if (!seatId || !accountId || !person) throw new Problem('not-found')
  const called = `${calledName(person)} ${person.familyName}`
  return { author: { personId: person.id, courseId, authorSeat: seatId, authorAccount: accountId }, called }
}

async function demandSession(tx: WriteTx, { courseId, sessionId }: Place): Promise<void> {
  if (sessionId === null) return
  const sessions = await sessionsOf(tx, courseId)
  if (!sessions.some(({ id }) => id === sessionId)) throw new Problem('not-found')
}

async function demandCorrectable(tx: WriteTx, { courseId, corrects }: Place): Promise<void> {
  if (corrects === null) return
  const own = await ownNotes(tx, courseId)
  if (!own.some(({ id }) => id === corrects)) throw new Problem('nothing-to-correct')
  if (own.some((note) => note.corrects === corrects)) throw new Problem('corrected-already')
}
