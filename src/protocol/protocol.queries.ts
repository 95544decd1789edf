import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { InBoth, Protocol } from './protocol.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    /** A view: each edition whole, the published ones and the practice's own. */
    protocol_edition: { id: string; version: string; number: string; document: Protocol }
    /** As they were published; nobody here writes them. */
    protocol_published: { id: string; version: string }
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
  /** Which edition it is of a protocol of this practice; null for a published one. */
  readonly own: number | null
}

/** What a new course can stand on: the newest edition of each published protocol, and of each of the practice's own. */
export async function newestEditions(tx: PracticeTx): Promise<Edition[]> {
  const [published, own] = [await newestPublished(tx), await ownEditions(tx)]
  const standing = own.filter((one) => one.isNewest && one.ended === null)
  return [
    ...published.map((document) => editionOf(document, null)),
    ...standing.map(({ document, edition }) => editionOf(document, edition)),
  ]
}

const editionOf = ({ id, version, title, psychotherapy }: Protocol, own: number | null): Edition => ({
  id,
  version,
  title,
  psychotherapy,
  own,
})

/** The newest published edition of each protocol: one of each kind. */
export async function newestPublished(tx: PracticeTx): Promise<Protocol[]> {
  const rows = await tx
    .selectFrom('protocol_edition as e')
    .innerJoin('protocol_published as p', (on) =>
      on.onRef('p.id', '=', 'e.id').onRef('p.version', '=', 'e.version'),
    )
    .distinctOn('e.id')
    .select('e.document')
    .orderBy('e.id')
    .orderBy('e.number', 'desc')
    .execute()
  return rows.map(({ document }) => document)
}

/** Every published edition whole, the newest of each protocol first. */
export async function publishedEditions(tx: PracticeTx): Promise<Protocol[]> {
  const rows = await tx
    .selectFrom('protocol_edition as e')
    .innerJoin('protocol_published as p', (on) =>
      on.onRef('p.id', '=', 'e.id').onRef('p.version', '=', 'e.version'),
    )
    .select('e.document')
    .orderBy('e.id')
    .orderBy('e.number', 'desc')
    .execute()
  return rows.map(({ document }) => document)
}

/** One published edition, as a copy of it begins with. */
export async function publishedEdition(
  tx: PracticeTx,
  { id, version }: Pick<Protocol, 'id' | 'version'>,
): Promise<Protocol | undefined> {
  const row = await tx
    .selectFrom('protocol_edition as e')
    .innerJoin('protocol_published as p', (on) =>
      on.onRef('p.id', '=', 'e.id').onRef('p.version', '=', 'e.version'),
    )
    .select('e.document')
    .where('e.id', '=', id)
    .where('e.version', '=', version)
    .executeTakeFirst()
  return row?.document
}

interface Signed {
  readonly reason: string
  readonly byName: string
  readonly signedAt: Instant
}

/** An edition of a protocol of this practice: what it says, what it was copied from, and who signed it why. */
export interface OwnEdition extends Signed {
  readonly lineId: string
  readonly edition: number
  readonly fromVersion: string
  readonly isNewest: boolean
  readonly ended: Signed | null
  readonly document: Protocol
}

/** Every edition of every protocol of this practice, whole; the newest of each first. */
export async function ownEditions(tx: PracticeTx): Promise<OwnEdition[]> {
  const rows = await tx
    .selectFrom('own_protocol as o')
    .innerJoin('protocol_edition as e', (on) =>
      on.onRef('e.id', '=', 'o.protocol_id').onRef('e.version', '=', 'o.version'),
    )
    .innerJoin('member as m', 'm.id', 'o.signed_by')
    .leftJoin('own_protocol_end as d', 'd.line_id', 'o.line_id')
    .leftJoin('member as by', 'by.id', 'd.signed_by')
    .select(['o.line_id', 'o.edition', 'o.from_version', 'o.reason', 'o.signed_at', 'm.name', 'e.document'])
    .select(['d.reason as ended_why', 'd.signed_at as ended_at', 'by.name as ended_by'])
    .where('o.practice_id', '=', tx.actor.practiceId)
    .orderBy('o.line_id')
    .orderBy('o.edition', 'desc')
    .execute()
  return rows.map((row, place) => ({
    lineId: row.line_id,
    edition: row.edition,
    fromVersion: row.from_version,
    reason: row.reason,
    byName: row.name,
    signedAt: row.signed_at.getTime(),
    isNewest: rows[place - 1]?.line_id !== row.line_id,
    ended: row.ended_at && {
      reason: row.ended_why ?? '',
      byName: row.ended_by ?? '',
      signedAt: row.ended_at.getTime(),
    },
    document: row.document,
  }))
}
