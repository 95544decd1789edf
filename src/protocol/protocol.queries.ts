import type { PracticeTx } from '../platform/db/tx.ts'
import type { InBoth, Protocol } from './protocol.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    /** A view: each edition whole. */
    protocol_edition: { id: string; version: string; number: string; document: Protocol }
  }
}

/** The edition a course stands on, whatever has been published since. */
export async function protocolOfCourse(tx: PracticeTx, courseId: string): Promise<Protocol | undefined> {
  const row = await tx
    .selectFrom('course')
    .innerJoin('protocol_edition as edition', (on) =>
      on
        .onRef('edition.id', '=', 'course.protocol_id')
        .onRef('edition.version', '=', 'course.protocol_version'),
    )
    .select('edition.document')
    .where('course.id', '=', courseId)
    .executeTakeFirst()
  return row?.document
}

export interface Edition {
  readonly id: string
  readonly version: string
  readonly title: InBoth
  readonly psychotherapy: Protocol['psychotherapy']
}

/** What a new course can stand on: the newest edition of each protocol. */
export async function newestEditions(tx: PracticeTx): Promise<Edition[]> {
  const rows = await tx
    .selectFrom('protocol_edition')
    .distinctOn('id')
    .select('document')
    .orderBy('id')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ document: { id, version, title, psychotherapy } }) => ({
    id,
    version,
    title,
    psychotherapy,
  }))
}

/** Every edition whole, the newest of each protocol first. */
export async function allEditions(tx: PracticeTx): Promise<Protocol[]> {
  const rows = await tx
    .selectFrom('protocol_edition')
    .select('document')
    .orderBy('id')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ document }) => document)
}
