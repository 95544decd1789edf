import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { keepNoteDraft, writeNote } from './note.commands.ts'
import * as contract from './note.contract.ts'
import { keptDrafts, keptNotes, ownDraft, ownNotes } from './note.queries.ts'
import { draftPlace, notePlace, penOf, type Pen } from './sealing.content.ts'

export function noteRoutes(shell: Shell, vaultKey: Buffer): void {
  const penOfAsker = (tx: PracticeTx): Pen => {
    const { accountId } = tx.actor
    if (!accountId) throw new Problem('not-signed-in')
    return penOf(vaultKey, accountId)
  }
  serve(shell, contract.readNotes, async (tx, { courseId }) => notesOf(tx, courseId, penOfAsker(tx)))
  serve(shell, contract.writeNote, (tx, { words, ...note }, asked) => {
    const pen = penOfAsker(tx)
    return writeNote(tx, { ...note, mark: pen.markOf(words) }, { ...asked, words, pen })
  })
  serve(shell, contract.keepNoteDraft, (tx, { words, ...draft }, asked) => {
    const pen = penOfAsker(tx)
    return keepNoteDraft(tx, { ...draft, mark: pen.markOf(words) }, { ...asked, words, pen })
  })
  serve(shell, contract.readKeptNotes, async (tx) => ({ courses: await keptOf(tx, penOfAsker(tx)) }))
}

async function notesOf(tx: PracticeTx, courseId: string, pen: Pen) {
  const notes = await ownNotes(tx, courseId)
  const draft = await ownDraft(tx, courseId)
  return {
    notes: notes.map(({ id, authorSeat, sealed, sessionId, corrects, writtenAt }) => ({
      id,
      words: pen.open(sealed, notePlace(authorSeat, id)).words,
      sessionId,
      corrects,
      writtenAt,
    })),
    draft: draft
      ? { ...pen.open(draft.sealed, draftPlace(draft.authorSeat, courseId)), savedAt: draft.savedAt }
      : null,
  }
}

/** By course, in the order in which each was begun. */
async function keptOf(tx: PracticeTx, pen: Pen) {
  const notes = (await keptNotes(tx)).map(({ authorSeat, sealed, ...note }) => ({
    ...note,
    ...pen.open(sealed, notePlace(authorSeat, note.id)),
  }))
  const drafts = (await keptDrafts(tx)).map(({ authorSeat, sealed, ...draft }) => ({
    ...draft,
    ...pen.open(sealed, draftPlace(authorSeat, draft.courseId)),
  }))
  const courses = [...new Set([...notes, ...drafts].map(({ courseId }) => courseId))]
  return courses.map((courseId) => {
    const own = notes.filter((note) => note.courseId === courseId)
    const draft = drafts.find((one) => one.courseId === courseId) ?? null
    const { practiceName, called } = (own.at(-1) ?? draft)!
    return { courseId, practiceName, called, notes: own, draft }
  })
}
