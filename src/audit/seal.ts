/** One row of the trail, as text only, so that it hashes the same wherever it is read. */
export interface TrailRow {
  readonly practiceId: string
  readonly id: string
  readonly xid: string
  /** UTC with microseconds, as the database prints it. */
  readonly at: string
  readonly accountId: string | null
  readonly seatId: string | null
  readonly roles: string
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly personId: string | null
  readonly intentKey: string | null
  readonly effect: boolean
  readonly outcome: string
  readonly why: string | null
}

export interface Seal {
  readonly position: number
  readonly eventId: string
  /** SHA-256 in hex. */
  readonly hash: string
}

export type Hash = (text: string) => string

/** Before the first row of a practice. */
export const genesis = '0'.repeat(64)

/** A row as one line in a fixed order: what is hashed, together with the hash before it. */
export const canonical = (row: TrailRow): string =>
  JSON.stringify([
    row.practiceId,
    row.id,
    row.xid,
    row.at,
    row.accountId,
    row.seatId,
    row.roles,
    row.action,
    row.subjectKind,
    row.subjectId,
    row.personId,
    row.intentKey,
    row.effect,
    row.outcome,
    row.why,
  ])

/** The leaf and node prefixes keep one kind of input from posing as the other (RFC 6962, section 2.1). */
export const linkOf = (hash: Hash, before: string, row: TrailRow): string =>
  hash(`\u0001${before}${hash(`\u0000${canonical(row)}`)}`)

/** Seals for rows that have none yet, in the order given, after the practice's last seal. */
export function sealRows(
  hash: Hash,
  head: Pick<Seal, 'position' | 'hash'>,
  rows: readonly TrailRow[],
): Seal[] {
  const seals: Seal[] = []
  let last = head
  for (const row of rows) {
    const seal = { position: last.position + 1, eventId: row.id, hash: linkOf(hash, last.hash, row) }
    seals.push(seal)
    last = seal
  }
  return seals
}
