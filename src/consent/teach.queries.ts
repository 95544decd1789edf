import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { ConsentDocument } from './document.ts'
import { taughtBack, type Answer, type Talk, type Taught } from './teach.ts'

/** How it stands with the questions of this document, for this person, at this moment. */
export async function taughtOf(
  tx: PracticeTx,
  about: { readonly personId: string; readonly document: ConsentDocument },
  careNow: Instant,
): Promise<Taught[]> {
  const { personId, document } = about
  const told = { answers: await answersOf(tx, personId, document), talks: await talksOf(tx, personId) }
  return taughtBack(
    document.teachBack.map(({ id }) => id),
    told,
    careNow,
  )
}

async function answersOf(tx: PracticeTx, personId: string, document: ConsentDocument): Promise<Answer[]> {
  const rows = await tx
    .selectFrom('teach_back as t')
    .leftJoin('member as m', (on) =>
      on.onRef('m.practice_id', '=', 't.practice_id').onRef('m.id', '=', 't.told_by'),
    )
    .select(['t.id', 't.question', 't.words', 't.unsure', 't.told_at', 't.told_by', 'm.name'])
    .where('t.practice_id', '=', tx.actor.practiceId)
    .where('t.person_id', '=', personId)
    .where('t.document_id', '=', document.id)
    .where('t.document_version', '=', document.version)
    .orderBy('t.number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    question: row.question,
    words: row.words,
    unsure: row.unsure,
    heardBy: row.told_by === personId ? null : (row.name ?? ''),
    toldAt: row.told_at.getTime(),
  }))
}

async function talksOf(tx: PracticeTx, personId: string): Promise<Talk[]> {
  const rows = await tx
    .selectFrom('teach_back_talk as k')
    .leftJoin('member as m', (on) =>
      on.onRef('m.practice_id', '=', 'k.practice_id').onRef('m.id', '=', 'k.talked_by'),
    )
    .select(['k.answer_id', 'k.note', 'k.talked_at', 'm.name'])
    .where('k.practice_id', '=', tx.actor.practiceId)
    .where('k.person_id', '=', personId)
    .orderBy('k.recorded_at')
    .execute()
  return rows.map((row) => ({
    answerId: row.answer_id,
    note: row.note,
    byName: row.name ?? '',
    talkedAt: row.talked_at.getTime(),
  }))
}

/** Whether an answer is there to be talked about, of this person. */
export async function isAnswer(tx: PracticeTx, personId: string, answerId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('teach_back')
    .select('id')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .where('id', '=', answerId)
    .executeTakeFirst()
  return found !== undefined
}
