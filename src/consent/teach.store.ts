import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    teach_back: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      document_id: Fixed<string>
      document_version: Fixed<string>
      question: Fixed<string>
      words: Fixed<string>
      unsure: Fixed<boolean>
      told_by: Fixed<string>
      told_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
    teach_back_talk: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      answer_id: Fixed<string>
      note: Fixed<string>
      talked_by: Fixed<string>
      talked_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

interface NewAnswer {
  readonly id: string
  readonly personId: string
  readonly documentId: string
  readonly documentVersion: string
  readonly question: string
  readonly words: string
  readonly unsure: boolean
  readonly toldBy: string
  readonly toldAt: Instant
}

export async function addAnswer(tx: WriteTx, answer: NewAnswer): Promise<void> {
  await tx
    .insertInto('teach_back')
    .values({
      practice_id: tx.actor.practiceId,
      id: answer.id,
      person_id: answer.personId,
      document_id: answer.documentId,
      document_version: answer.documentVersion,
      question: answer.question,
      words: answer.words,
      unsure: answer.unsure,
      told_by: answer.toldBy,
      told_at: isoOf(answer.toldAt),
    })
    .execute()
}

interface NewTalk {
  readonly id: string
  readonly personId: string
  readonly answerId: string
  readonly note: string
  readonly talkedBy: string
  readonly talkedAt: Instant
}

export async function addTalk(tx: WriteTx, talk: NewTalk): Promise<void> {
  await tx
    .insertInto('teach_back_talk')
    .values({
      practice_id: tx.actor.practiceId,
      id: talk.id,
      person_id: talk.personId,
      answer_id: talk.answerId,
      note: talk.note,
      talked_by: talk.talkedBy,
      talked_at: isoOf(talk.talkedAt),
    })
    .execute()
}
